using System.Runtime.CompilerServices;
using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Core.Results.Slices;

/// <summary>What there is to choose from in a table. Looked for once in each.</summary>
/// <param name="First">Minute of the oldest sheet; null: there is none.</param>
/// <param name="Interviewed">The blocks that hold sheets of an interviewer.</param>
internal sealed record TableContents(
    int? First, IReadOnlyList<string> Segments, IReadOnlyList<string> Channels, ILookup<SurveyId, int> Versions, FactTable Interviewed)
{
    private static readonly ConditionalWeakTable<FactTable, TableContents> _known = [];

    public static TableContents Of(FactTable table) => _known.GetValue(table, Read);

    private static TableContents Read(FactTable table)
    {
        var blocks = table.Blocks.Where(b => b.Count > 0).ToList();
        return new TableContents(
            blocks.Count == 0 ? null : blocks.Min(b => b.Minutes[0]),
            Named(blocks, b => b.Segments, table.Names.Segments),
            Named(blocks, b => b.Channels, table.Names.Channels),
            blocks.Select(b => (b.Survey, b.Version)).Distinct().OrderBy(b => b.Version).ToLookup(b => b.Survey, b => b.Version),
            new FactTable(table.Names, [.. blocks.Where(b => b.Marks.AsSpan().Contains((byte)SheetMarks.Interviewer))]));
    }

    /// <summary>The texts that a sheet has; not all that there is a number for.</summary>
    private static List<string> Named(List<FactBlock> blocks, Func<FactBlock, ushort[]> codes, TextCodes names)
    {
        var seen = new bool[TextCodes.Other + 1];
        foreach (var block in blocks)
        {
            foreach (var code in codes(block))
            {
                seen[code] = true;
            }
        }

        return [.. names.Texts.Where((text, code) => seen[code] && text.Length > 0).Order(ResultTexts.Alphabet)];
    }
}
