using System.Runtime.CompilerServices;
using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Core.Results.Slices;

/// <summary>Where the self-images of a table are: few among many. Looked for once in each.</summary>
internal static class SelfImageSheets
{
    private static readonly ConditionalWeakTable<FactTable, List<SelfImageSheet>> _known = [];

    public static bool Has(FactTable table, SurveyId survey, string advisor) =>
        All(table).Any(s => s.Block.Survey == survey && s.Advisor == advisor);

    /// <summary>Of each advisor the newest of each survey.</summary>
    /// <param name="before">Minute: only those completed before.</param>
    public static IReadOnlyList<SelfImageSheet> Newest(FactTable table, Func<SelfImageSheet, bool> wanted, int before) =>
    [
        .. All(table)
            .Where(s => s.Minute < before && wanted(s))
            .GroupBy(s => (s.Block.Survey, s.Advisor))
            .Select(g => g.MaxBy(s => s.Minute)!),
    ];

    private static List<SelfImageSheet> All(FactTable table) => _known.GetValue(table, Read);

    private static List<SelfImageSheet> Read(FactTable table)
    {
        var (found, names) = (new List<SelfImageSheet>(), table.Names.Advisors.Texts);
        foreach (var block in table.Blocks)
        {
            for (var row = 0; row < block.Count; row++)
            {
                var next = block.Marks.AsSpan(row, block.Count - row).IndexOf((byte)SheetMarks.SelfImage);
                if (next < 0)
                {
                    break;
                }

                row += next;
                if (block.Advisors[row] is > 0 and var code && code < names.Count)
                {
                    found.Add(new SelfImageSheet(block, row, names[code]));
                }
            }
        }

        return found;
    }
}

/// <param name="Advisor">Whose it is.</param>
internal sealed record SelfImageSheet(FactBlock Block, int Row, string Advisor)
{
    public int Minute => Block.Minutes[Row];
}
