using System.Security.Cryptography;
using System.Text;
using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;

namespace See360.Core.Results.Views;

/// <summary>One way to look at a slice: what a page, an export or a mail shows of it.</summary>
public sealed class ResultView<T>
    where T : class
{
    internal ResultView(string name, Func<Sliced, T> compute)
        : this(name, (sliced, _, _) => Task.FromResult(compute(sliced)))
    {
    }

    internal ResultView(string name, Func<Sliced, CommentReader, CancellationToken, Task<T>> compute) => (Name, Compute) = (name, compute);

    /// <summary>With whatever else the view is asked for.</summary>
    internal string Name { get; }

    internal Func<Sliced, CommentReader, CancellationToken, Task<T>> Compute { get; }
}

/// <summary>Results, of whatever slice and in whatever view: who may see it is decided here and nowhere else.</summary>
public sealed class ShowResults(IResultTables tables, OrganisationCharts charts, ParticipantRecords participants, TimeProvider clock)
{
    private readonly CommentReader _comments = new(tables, participants);

    /// <param name="known">The version that the caller has.</param>
    /// <returns>Null if he may not see that.</returns>
    /// <exception cref="BadInput">The slice names what does not exist.</exception>
    public async Task<Tagged<T>?> ExecuteAsync<T>(
        ResultReader reader, Slice slice, ResultView<T> view, string? known = null, CancellationToken cancel = default)
        where T : class
    {
        var table = await tables.ReadAsync(reader.Institute, cancel);
        var chart = await charts.ReadAsync(reader.Institute, cancel);
        if (SliceResolution.Resolve(table, chart, reader, slice, clock.GetUtcNow()) is not { } sliced)
        {
            return null;
        }

        var version = Version(sliced, view.Name);
        return new Tagged<T>(version, version == known ? null : await view.Compute(sliced, _comments, cancel));
    }

    /// <summary>Of everything that a view is computed of. Of the time it is the day, which self-images are still asked for, and which weeks still run.</summary>
    private static string Version(Sliced sliced, string view)
    {
        var running = string.Join(',', sliced.Table.Cycles.Where(c => ReturnByWeek.IsRunning(c.LastSentAt, sliced.Now)).Select(c => c.Id));
        var text = $"{sliced.Table.Version}\n{sliced.Chart.Version}\n{sliced.Today:O}\n{sliced.Language}\n{view}\n{sliced.Slice}\n{sliced.Scope}\n"
            + $"{string.Join(',', sliced.OwnPending)}\n{running}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }
}
