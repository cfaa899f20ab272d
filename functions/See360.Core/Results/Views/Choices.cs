using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>What the bar above every page lets one choose from; nothing that may not be seen.</summary>
/// <param name="Units">In the order of the tree.</param>
/// <param name="Advisors">Himself, if he is one.</param>
/// <param name="First">The day of the oldest answer; null: there is none.</param>
/// <param name="Today">In the institute's zone.</param>
/// <param name="Own">His user name, if he is an advisor.</param>
public sealed record ChoicesView(
    IReadOnlyList<SurveyChoice> Surveys,
    IReadOnlyList<UnitChoice> Units,
    IReadOnlyList<AdvisorChoice> Advisors,
    IReadOnlyList<string> Segments,
    IReadOnlyList<string> Channels,
    IReadOnlyList<NamedId> Fields,
    IReadOnlyList<FactorChoice> Factors,
    DateOnly? First,
    DateOnly Today,
    bool MayExport,
    string? Own);

/// <param name="Versions">Those that have answers, oldest first.</param>
public sealed record SurveyChoice(string Id, string Name, bool Confidential, IReadOnlyList<int> Versions);

/// <param name="Parent">The unit above it, of those that may be seen; null: there is none.</param>
/// <param name="Depth">0: nothing above it may be seen.</param>
public sealed record UnitChoice(string Number, string Name, string? Parent, int Depth);

/// <param name="Unit">Its number.</param>
public sealed record AdvisorChoice(string UserName, string Name, string Unit);

public sealed record FactorChoice(string Id, string Name, bool Personal);

internal static class Choices
{
    public static ChoicesView Of(Sliced sliced)
    {
        var contents = TableContents.Of(sliced.Table.Facts);
        var own = sliced.Scope.Own;
        return new ChoicesView(
            [.. sliced.Surveys.Select(s => new SurveyChoice(
                s.Id.ToString(), s.Name.In(sliced.Language), s.Confidentiality == ConfidentialityMode.Confidential, [.. contents.Versions[s.Id]]))],
            [.. UnitsSeen.Of(sliced).Select(u => new UnitChoice(u.Unit.Number, u.Unit.Name, u.Parent, u.Depth))],
            own is null ? [] : [new AdvisorChoice(own, HeadOf.NameOf(sliced, own), sliced.Chart.Employees.GetValueOrDefault(own)?.Unit ?? "")],
            contents.Segments,
            contents.Channels,
            [.. FieldTexts.All.Select(f => new NamedId(Slice.Id(f), FieldTexts.Of(f).In(sliced.Language)))],
            [.. FactorTexts.All.Select(f => new FactorChoice(Slice.Id(f), FactorTexts.Of(f).In(sliced.Language), FactorTexts.IsPersonDependent(f)))],
            sliced.First,
            sliced.Today,
            sliced.Scope.MayExport,
            own);
    }
}
