using System.Globalization;
using See360.Core.Storage;

namespace See360.Core.Decisions;

/// <summary>Something that the bank has decided, with who and when.</summary>
public interface IDecision
{
    /// <summary>Counts the decisions on one subject, from 1.</summary>
    int Number { get; }

    /// <summary>User name, or <see cref="DecidedBy.Operator"/>.</summary>
    string By { get; }

    DateTimeOffset At { get; }
}

public static class DecidedBy
{
    /// <summary>Decided on the command line, by whoever runs the installation.</summary>
    public const string Operator = "operator";
}

/// <summary>Every decision on a subject, for good. The latest one stands in the record that it changes, written in one
/// step with its effect; it is copied here before the next one takes its place. So none is lost and none is logged that
/// has no effect, wherever the process ends.</summary>
public sealed class DecisionLog<T>(Table<T> table)
    where T : class, IDecision
{
    private const int Most = 999_999;

    /// <summary>To be called before <paramref name="decision"/> is replaced. Again does no harm.</summary>
    public Task KeepAsync(string partition, T decision, CancellationToken cancel = default) =>
        table.InsertAsync(partition, Row(decision.Number), decision, cancel);

    /// <summary>The newest first.</summary>
    /// <param name="latest">As it stands in the record; null: nothing was decided yet.</param>
    public async Task<IReadOnlyList<T>> ReadAsync(string partition, T? latest, int take, CancellationToken cancel = default)
    {
        if (latest is null)
        {
            return [];
        }

        var kept = await table.ListAsync(partition, new RowRange(Row(latest.Number - 1), Take: take - 1), cancel);
        return [latest, .. kept];
    }

    /// <summary>The newest sorts first.</summary>
    private static string Row(int number) => (Most - number).ToString("D6", CultureInfo.InvariantCulture);
}
