using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using See360.Core.Storage;

namespace See360.Azure.Storage;

/// <summary>One batch on its way. If an answer is lost and the batch is sent again, the second try meets what the first
/// has written: each entity carries the batch's own mark, so that this is seen and not taken for somebody else's change.</summary>
internal sealed class TableWrite(TableClient table, string partition, IReadOnlyList<RecordChange> changes)
{
    private readonly Guid _mark = Guid.NewGuid();

    public async Task<WriteResult> TryAsync(AttemptState attempt)
    {
        try
        {
            return WriteResult.Success(await SendAsync(attempt.Cancel));
        }
        catch (RequestFailedException e) when (IsTableMissing(e))
        {
            await table.CreateIfNotExistsAsync(attempt.Cancel);
            return await TryAsync(attempt);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            var at = (e as TableTransactionFailedException)?.FailedTransactionActionIndex ?? 0;
            return attempt.IsRepeated && await FormerTryAsync(attempt.Cancel) is { } versions ? WriteResult.Success(versions) : WriteResult.Conflict(at);
        }
    }

    private static bool IsTableMissing(RequestFailedException e) => e.ErrorCode == TableErrorCode.TableNotFound;

    private async Task<IReadOnlyList<string>> SendAsync(CancellationToken cancel)
    {
        if (changes.Count > 1)
        {
            var responses = await table.SubmitTransactionAsync(changes.Select(Action), cancel);
            return [.. responses.Value.Zip(changes, Version)];
        }

        var change = changes[0];
        var response = change switch
        {
            RecordChange.Insert insert => await table.AddEntityAsync(Entity(insert.Row, insert.Body), cancel),
            RecordChange.Replace replace => await table.UpdateEntityAsync(
                Entity(replace.Row, replace.Body), RecordEntity.ETag(replace.Version), TableUpdateMode.Replace, cancel),
            RecordChange.Delete delete => await table.DeleteEntityAsync(partition, delete.Row, RecordEntity.ETag(delete.Version), cancel),
            _ => throw new ArgumentException("Unknown change."),
        };

        // The client does not throw when there was nothing to delete.
        return response.Status == 404 ? throw new RequestFailedException(response) : [Version(response, change)];
    }

    private TableTransactionAction Action(RecordChange change) => change switch
    {
        RecordChange.Insert insert => new(TableTransactionActionType.Add, Entity(insert.Row, insert.Body)),
        RecordChange.Replace replace => new(
            TableTransactionActionType.UpdateReplace, Entity(replace.Row, replace.Body), RecordEntity.ETag(replace.Version)),
        RecordChange.Delete delete => new(
            TableTransactionActionType.Delete, new TableEntity(partition, delete.Row), RecordEntity.ETag(delete.Version)),
        _ => throw new ArgumentException("Unknown change."),
    };

    private TableEntity Entity(string row, ReadOnlyMemory<byte> body) => RecordEntity.Write(partition, row, body, _mark);

    private static string Version(Response response, RecordChange change) =>
        change is RecordChange.Delete ? "" : response.Headers.ETag?.ToString() ?? throw new InvalidOperationException("The service named no version.");

    /// <summary>The versions that an earlier try has written, or null if none has. A batch of deletes alone leaves no mark:
    /// it counts as done if all its rows are gone.</summary>
    private async Task<IReadOnlyList<string>?> FormerTryAsync(CancellationToken cancel)
    {
        var versions = new List<string>(changes.Count);
        foreach (var change in changes)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, change.Row, cancellationToken: cancel);
            var isDelete = change is RecordChange.Delete;
            if (isDelete ? found.HasValue : !found.HasValue || RecordEntity.WriteOf(found.Value!) != _mark)
            {
                return null;
            }

            versions.Add(isDelete ? "" : found.Value!.ETag.ToString());
        }

        return versions;
    }
}
