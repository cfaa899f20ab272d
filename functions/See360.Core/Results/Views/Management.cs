using See360.Core.Results.Slices;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

/// <summary>*Managementreport*.</summary>
/// <param name="Index">Of the slice's unit, or of the institute.</param>
/// <param name="Units">Of the units below it that may be seen.</param>
/// <param name="BiggestChanges">Factors that differ reliably, the largest difference first: from what the slice compares with, else from the period before.</param>
public sealed record ManagementView(
    ResultHead Head,
    ActivityIndexView Index,
    IReadOnlyList<UnitIndex> Units,
    IReadOnlyList<FactorImportance> Importance,
    ManagementKey Key,
    IReadOnlyList<ResultLine> BiggestChanges);

public sealed record UnitIndex(UnitChoice Unit, ActivityIndexView Index);

/// <param name="Importance">Correlation with overall satisfaction, −1 to 1; null: fewer than 30 customers, or no variation.</param>
/// <param name="N">Customers that the correlation rests on.</param>
/// <param name="Low">Of its 95 % interval.</param>
public sealed record FactorImportance(string Id, string Name, Figure Performance, double? Importance, int N, double? Low, double? High);

public sealed record ManagementKey(Figure Nps, Figure Csat, Figure Mean, Figure ResponseRate);

internal static class Management
{
    private const int MostChanges = 5;

    private static readonly LocalizedText _sinceBefore = new(
        "Veränderungen beziehen sich auf den Zeitraum davor.", "Changes are against the period before.");

    private static readonly LocalizedText _neverAPerson = new(
        "Der Activity Index gilt für Abteilungen ab fünf Beratern, nie für eine Person.",
        "The Activity Index is of units with five advisors or more, never of a person.");

    private static readonly LocalizedText _nothingPlanned = new(
        "Versendete von geplanten Einladungen fehlen im Index: Eine geplante Zahl ist nicht hinterlegt.",
        "Invitations sent of those planned are missing in the index: no planned number is set.");

    public static ManagementView Of(Sliced sliced)
    {
        var compares = sliced.Compared is null && !sliced.Slice.Period.IsEverything;
        var compared = compares ? sliced with { Compared = SliceResolution.Before(sliced) } : sliced;
        var count = SliceCount.Of(compared, sliced.Slice.Field is null ? MeasureKey.Lines : MeasureKey.Cells);
        var (key, factors, importance) = (KeyFigures.Of(compared, count), LinesOf.Factors(sliced, count), DerivedImportance.Of(sliced, count));
        var index = new ActivityIndex(sliced);
        return new ManagementView(
            HeadOf.Slice(sliced, count, Notes(sliced, importance, compares)),
            IndexOf(sliced, index),
            Units(sliced, index),
            [.. FactorTexts.All.Select(f => (Measured: importance.Of(f), Line: factors.FirstOrDefault(l => l.Id == Slice.Id(f)))).Where(f => f.Line is not null)
                .Select(f => new FactorImportance(f.Line!.Id, f.Line.Name, f.Line.Figure, f.Measured.Value, f.Measured.N, f.Measured.Low, f.Measured.High))],
            new ManagementKey(key.Nps, key.Csat, key.Mean, key.ResponseRate),
            [.. factors.Where(l => l.Diff is { Reliable: true }).OrderByDescending(l => Math.Abs(l.Diff!.Value)).Take(MostChanges)]);
    }

    private static ActivityIndexView IndexOf(Sliced sliced, ActivityIndex index)
    {
        var ofUnit = index.Of(sliced.Slice.Unit);
        return sliced.IsOwn ? new ActivityIndexView(null, [], [], TooFew: true, ofUnit.From, ofUnit.To) : ofUnit;
    }

    private static List<UnitIndex> Units(Sliced sliced, ActivityIndex index)
    {
        var below = sliced.Slice.Unit is { } unit ? sliced.Chart.Subtree(unit) : null;
        return
        [
            .. UnitsSeen.Of(sliced)
                .Where(u => !sliced.IsOwn && u.Unit.Number != (sliced.Slice.Unit ?? sliced.Chart.Top) && below?.Contains(u.Unit.Number) != false)
                .Select(u => new UnitIndex(new UnitChoice(u.Unit.Number, u.Unit.Name, u.Parent, u.Depth), index.Of(u.Unit.Number))),
        ];
    }

    private static IEnumerable<LocalizedText> Notes(Sliced sliced, DerivedImportance importance, bool compares)
    {
        yield return ViewTexts.ImportanceDerived;
        if (importance.Overall == QuestionKind.Nps)
        {
            yield return ViewTexts.ImportanceFromNps;
        }

        yield return _neverAPerson;
        if (sliced.Chart.Institute.ActivityIndex?.PlannedPerAdvisorAndWeek is not > 0)
        {
            yield return _nothingPlanned;
        }

        if (compares)
        {
            yield return _sinceBefore;
        }

        foreach (var note in NotesOf.Return(sliced))
        {
            yield return note;
        }
    }
}
