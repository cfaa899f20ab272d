using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>The columns before the answers: when, to which survey, and where; never who.</summary>
internal static class FlatColumns
{
    public static IReadOnlyList<FlatColumn> Of(Sliced sliced)
    {
        var (names, language) = (sliced.Table.Facts.Names, sliced.Language);
        var surveys = sliced.Surveys.ToDictionary(s => s.Id, s => FlatCell.Of(s.Name.In(language)));
        var confidential = sliced.Surveys.Where(s => s.Confidentiality == ConfidentialityMode.Confidential).Select(s => s.Id).ToHashSet();
        var (unitNumbers, unitNames) = (Units(sliced, number => number), Units(sliced, number => sliced.Chart.Units[number].Name));
        var (segments, channels) = (Texts(names.Segments, language), Texts(names.Channels, language));
        var columns = new List<FlatColumn>
        {
            Column(ExportTexts.Date, ExportTexts.DateMeans, 12, row => FlatCell.Of(ResultPeriod.Day(FactTime.Instant(row.Block.Minutes[row.Row]), sliced.Zone))),
            Column(ExportTexts.Survey, ExportTexts.SurveyMeans, 24, row => surveys.GetValueOrDefault(row.Block.Survey)),
            Column(ExportTexts.Version, ExportTexts.VersionMeans, 10, row => FlatCell.Of(row.Block.Version, CellForm.Answer)),
            Column(ExportTexts.UnitNumber, ExportTexts.UnitMeans, 12, row => unitNumbers[row.Block.Units[row.Row]]),
            Column(ExportTexts.UnitName, ExportTexts.UnitMeans, 26, row => unitNames[row.Block.Units[row.Row]]),
            Column(ExportTexts.Segment, ExportTexts.SegmentMeans, 18, row => segments[row.Block.Segments[row.Row]]),
            Column(ExportTexts.Channel, ExportTexts.SegmentMeans, 14, row => channels[row.Block.Channels[row.Row]]),
        };
        if (sliced.Slice.Advisor is { } advisor)
        {
            // Only in a slice that is of this person alone: beside others it would tell which sheets are not his.
            var name = FlatCell.Of(HeadOf.NameOf(sliced, advisor));
            columns.Add(Column(ExportTexts.Advisor, ExportTexts.AdvisorMeans, 22, _ => name));
        }

        if (confidential.Count > 0)
        {
            var bundled = FlatCell.Of(ExportTexts.Bundled.In(language));
            columns.Add(Column(ExportTexts.Mode, ExportTexts.BundledMeans, 15, row => confidential.Contains(row.Block.Survey) ? bundled : FlatCell.Empty));
        }

        return columns;

        FlatColumn Column(LocalizedText header, LocalizedText means, double width, Func<FlatRow, FlatCell> read) =>
            new(header.In(language), means.In(language), width, read);
    }

    /// <summary>By the number of the unit in the columns; empty for a unit that the reader may not look at by itself.</summary>
    private static FlatCell[] Units(Sliced sliced, Func<string, string> text)
    {
        var (cells, numbers) = (new FlatCell[TextCodes.Other + 1], sliced.Table.Facts.Names.Units.Texts);
        for (var code = 0; code < numbers.Count; code++)
        {
            if (sliced.Chart.Units.TryGetValue(numbers[code], out var unit) && sliced.Scope.MaySee(unit))
            {
                cells[code] = FlatCell.Of(text(unit.Number));
            }
        }

        return cells;
    }

    private static FlatCell[] Texts(TextCodes codes, Language language)
    {
        var (cells, texts) = (new FlatCell[TextCodes.Other + 1], codes.Texts);
        for (var code = 0; code < texts.Count; code++)
        {
            cells[code] = FlatCell.Of(texts[code]);
        }

        cells[TextCodes.Other] = FlatCell.Of(ExportTexts.OtherName.In(language));
        return cells;
    }
}
