using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

/// <summary>Says what is seen.</summary>
internal static class HeadOf
{
    private static readonly Grouping<int> _nothing = new(_ => []);

    /// <param name="more">Sentences that belong to the view.</param>
    public static ResultHead Slice(Sliced sliced, SliceCount count, params IEnumerable<LocalizedText> more)
    {
        var (language, slice) = (sliced.Language, sliced.Slice);
        var byInterviewer = FactPass.Run(TableContents.Of(sliced.Table.Facts).Interviewed, sliced.Here.Filter with { Marks = SheetMarks.Interviewer }, _nothing).Sheets;
        var otherScales = Names(sliced, count.Here.SurveysNotOn(count.Scale));
        var notes = Notes(sliced, otherScales, byInterviewer).Concat(more).Select(n => n.In(language)).Distinct();
        return new ResultHead(
            new HeadSlice(
                [.. sliced.Surveys.Concat(sliced.Pending).Where(s => slice.Surveys.Contains(s.Id)).Select(s => Named(s, language))],
                new HeadPeriod(slice.Period.Token, sliced.Here.Period.From, sliced.Here.Period.To),
                slice.Unit is { } unit ? new NamedUnit(unit, sliced.Chart.Units[unit].Name) : null,
                slice.Advisor is { } advisor ? new NamedAdvisor(advisor, NameOf(sliced, advisor)) : null,
                slice.Segment,
                slice.Channel,
                slice.Field is { } field ? new NamedId(Slices.Slice.Id(field), FieldTexts.Of(field).In(language)) : null,
                slice.Factor is { } factor ? new NamedId(Slices.Slice.Id(factor), FactorTexts.Of(factor).In(language)) : null,
                slice.Version,
                slice.Compare is { } compare ? Slices.Slice.Id(compare) : null),
            Title(sliced),
            count.Here.Sheets,
            byInterviewer,
            count.Scale,
            otherScales,
            [.. SliceCount.Withheld(sliced).Select(w => new WithheldView(Named(sliced.Surveys.First(s => s.Id == w.Survey), language), w.Missing))],
            sliced.Surveys.Any(IsConfidential),
            [.. notes],
            sliced.Compared is { } there ? Compare(sliced, there, count.There?.Sheets ?? 0) : null);
    }

    public static string NameOf(Sliced sliced, string advisor) => sliced.Chart.Employees.GetValueOrDefault(advisor)?.FullName ?? advisor;

    public static NamedId Named(Survey survey, Language language) => new(survey.Id.ToString(), survey.Name.In(language));

    private static string Title(Sliced sliced) => sliced.Slice switch
    {
        { Advisor: { } advisor } => NameOf(sliced, advisor),
        { Unit: { } unit } => sliced.Chart.Units[unit].Name,
        _ => sliced.Chart.Institute.Name,
    };

    private static HeadCompare Compare(Sliced sliced, SlicePart there, int sheets)
    {
        var (label, title) = sliced.Slice.Compare switch
        {
            Comparison.Previous => (ViewTexts.Previous, Title(sliced)),
            Comparison.LastYear => (ViewTexts.LastYear, Title(sliced)),
            _ => (ViewTexts.RestOfInstitute, sliced.Chart.Institute.Name),
        };
        return new HeadCompare(
            Slices.Slice.Id(sliced.Slice.Compare!.Value), label.In(sliced.Language), there.Period.From, there.Period.To, title, sheets);
    }

    private static IEnumerable<LocalizedText> Notes(Sliced sliced, IReadOnlyList<string> otherScales, int byInterviewer)
    {
        var (slice, language) = (sliced.Slice, sliced.Language);
        string[] confidential = [.. sliced.Surveys.Where(IsConfidential).Select(s => s.Name.In(language))];
        if (sliced.Pending.Count > 0)
        {
            yield return ViewTexts.SelfImageFirst(ViewTexts.Listed([.. sliced.Pending.Select(s => s.Name.In(language))], language));
        }

        if (confidential.Length > 0)
        {
            var names = ViewTexts.Listed(confidential, language);
            yield return slice.Segment is null && slice.Channel is null ? ViewTexts.ReleasedInBatches(names) : ViewTexts.ConfidentialLeftOut(names);
        }

        if (otherScales.Count > 0)
        {
            yield return ViewTexts.OtherScales(ViewTexts.Listed(otherScales, language));
        }

        if (slice.Field is not null || slice.Factor is not null)
        {
            yield return ViewTexts.NarrowedRatings;
        }

        if (slice.Compare == Comparison.Institute)
        {
            yield return ViewTexts.InstituteDrawn;
        }

        if (byInterviewer > 0)
        {
            yield return ViewTexts.ByInterviewer(byInterviewer);
        }
    }

    private static bool IsConfidential(Survey survey) => survey.Confidentiality == ConfidentialityMode.Confidential;

    private static IReadOnlyList<string> Names(Sliced sliced, IEnumerable<SurveyId> ids)
    {
        var found = ids.ToHashSet();
        return [.. sliced.Surveys.Where(s => found.Contains(s.Id)).Select(s => s.Name.In(sliced.Language))];
    }
}
