using See360.Core.Institutes;

namespace See360.Core.Retention;

/// <summary>Which period a walk keeps.</summary>
public enum RetentionClass
{
    Participants,
    Answers,
    Logs,
}

/// <summary>Something that is looked at as a whole: an import, a cycle, a month.</summary>
/// <param name="Key">Tells it from the others of its walk, and begins with the week.</param>
/// <param name="FirstLook">The first day on which anything of it can be due.</param>
internal sealed record RetentionUnit(IsoWeek Week, string Key, DateOnly FirstLook);

/// <summary>One kind of data on its way from week to week. What is new comes in the present week, so behind the walk nothing appears.</summary>
internal interface IRetentionWalk
{
    string Name { get; }

    RetentionClass Class { get; }

    /// <summary>Where a first run begins; null: there is nothing.</summary>
    Task<IsoWeek?> FirstAsync(InstituteId institute, CancellationToken cancel);

    /// <summary>In the order of their weeks, from a week on to those that can be due by now; one more tells what is next.</summary>
    IAsyncEnumerable<RetentionUnit> UnitsAsync(RetentionContext context, IsoWeek from, CancellationToken cancel);

    /// <summary>Deletes what is due. Everything may be said again: killed in between, it goes on from what is stored.</summary>
    /// <param name="after">The row to go on behind; null: from the beginning.</param>
    Task<RetentionStep> DoAsync(RetentionContext context, string unit, string? after, CancellationToken cancel);
}

/// <param name="Next">When what was left has to be looked at again; null: nothing is left.</param>
/// <param name="After">With <paramref name="More"/>: behind which row; null: from the beginning.</param>
/// <param name="More">The budget is used up: to be gone on with at once.</param>
internal sealed record RetentionStep(DateOnly? Next, string? After = null, bool More = false);
