using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>Customers' mean of one factor, field or question.</summary>
/// <param name="Personal">Whether a factor depends on the person; null for others.</param>
/// <param name="Distribution">Answers by step, lowest first; empty if there are none.</param>
/// <param name="Self">Mean of the self-images over the same questions; null: there is none that may be shown.</param>
/// <param name="Gap">Self − customers.</param>
/// <param name="Compared">The same figure of what is compared with.</param>
public sealed record ResultLine(
    string Id,
    string Name,
    bool? Personal,
    Figure Figure,
    IReadOnlyList<int> Distribution,
    int CannotJudge,
    double? Self,
    double? Gap,
    bool GapMarked,
    Figure? Compared,
    Diff? Diff);

/// <summary>This − what is compared with.</summary>
/// <param name="Low">Of the 95 % interval; null where none can be given.</param>
/// <param name="Reliable">False: *kein verlässlicher Unterschied*.</param>
public sealed record Diff(double Value, double? Low, double? High, bool Reliable)
{
    public static Diff? Of(Difference? difference) =>
        difference is { } d ? new Diff(d.Value, d.Low, d.High, d.IsReliable) : null;
}

/// <param name="Figure">Of what is compared with.</param>
public sealed record ComparedFigure(Figure Figure, Diff? Diff);
