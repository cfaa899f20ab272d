using See360.Core.Results.Facts;

namespace See360.Core.Results.Released;

/// <summary>
/// The one place that decides what may be counted of a confidential survey's answers. They are cut into batches that are formed once, hold
/// <see cref="Least"/> customers or more, and from then on stay together: as sheets that nobody gave, with the answers to each question in
/// order of their size, one date and one place. Whatever is counted of those is a sum over whole batches, and so is every difference of two
/// such numbers: of another day, another unit, another period or another question. docs/statistics.md says why each rule is needed.
/// </summary>
/// <remarks>
/// 1. Only final answers are given in here, in the order of their weeks; so a batch, once it is full, never changes.
/// 2. A batch belongs to one version, one ISO year, one advisor in one unit. When five sheets are waiting there, they become a batch. Of each question it
///    holds the five answers that have waited longest, or none if fewer than five wait: those go on waiting.
/// 3. When the year is over (a later one has final answers), what still waits of a unit's advisors becomes a batch of the unit if it is five sheets or
///    more, and else of the institute. A unit's place in the tree does not matter: trees change, and what is in a batch must not.
/// 4. *Kann ich nicht beurteilen* and *weiß nicht* are left out: five answers of which four say so would show the fifth.
/// 5. Segment and channel are left out; a filter by one of them finds nothing.
/// </remarks>
public static class ReleasedBatches
{
    /// <summary>Sheets of an advisor's batch, and the fewest of any.</summary>
    public const int Least = 5;

    /// <param name="final">Sheets to one survey, of cycles that are closed and have no open one before them.</param>
    /// <param name="firstYear">The first ISO year of which nothing has been deleted yet for its age: what is missing would move the batches behind it.</param>
    public static ReleasedSheets Of(IEnumerable<FactBlock> final, FactNames names, int firstYear)
    {
        var blocks = final.ToList();
        var lastYear = blocks.SelectMany(b => b.Weeks).Select(Year).DefaultIfEmpty(firstYear).Max();
        var released = new List<FactBlock>();
        var waiting = new Dictionary<ushort, int>();
        foreach (var version in blocks.GroupBy(b => b.Version))
        {
            var columns = version.First().Columns;
            var builder = new FactBlockBuilder(version.First().Survey, version.Key, columns, names);
            foreach (var year in Sheets(version, firstYear).GroupBy(s => Year(s.Week)).OrderBy(y => y.Key))
            {
                Release(year, columns, names, over: year.Key < lastYear, builder, waiting);
            }

            if (builder.Count > 0)
            {
                released.Add(builder.Build());
            }
        }

        return new ReleasedSheets(released, Missing(released, waiting, names));
    }

    /// <summary>Noon of the Monday: in every zone the same day.</summary>
    internal static int Minutes(ushort week) => FactTime.Of(new DateTimeOffset(FactTime.Week(week).Monday, new TimeOnly(12, 0), TimeSpan.Zero));

    internal static int Year(ushort week) => FactTime.Week(week).Year;

    private static void Release(
        IEnumerable<RawSheet> year, IReadOnlyList<FactColumn> columns, FactNames names, bool over, FactBlockBuilder builder, Dictionary<ushort, int> waiting)
    {
        // By name: numbers are given in another order by each process.
        var institute = new WaitingSheets(columns);
        foreach (var unit in year.GroupBy(s => s.Unit).OrderBy(u => Text(names.Units, u.Key), StringComparer.Ordinal))
        {
            var pooled = new WaitingSheets(columns);
            foreach (var advisor in unit.GroupBy(s => s.Advisor).OrderBy(a => Text(names.Advisors, a.Key), StringComparer.Ordinal))
            {
                var own = new WaitingSheets(columns);
                foreach (var sheet in advisor.OrderBy(s => s.Week).ThenBy(s => s.Participant))
                {
                    own.Add(sheet);
                    own.ReleaseTo(builder, advisor.Key, unit.Key, Least);
                }

                waiting[advisor.Key] = Math.Max(waiting.GetValueOrDefault(advisor.Key), over ? 0 : own.Sheets);
                pooled.Add(own);
            }

            if (over)
            {
                pooled.ReleaseTo(builder, 0, unit.Key, pooled.Sheets);
                institute.Add(pooled);
            }
        }

        institute.ReleaseTo(builder, 0, 0, institute.Sheets);
    }

    private static IEnumerable<RawSheet> Sheets(IEnumerable<FactBlock> blocks, int firstYear) =>
        from block in blocks
        from row in Enumerable.Range(0, block.Count)
        where (SheetMarks)block.Marks[row] == SheetMarks.Customer && Year(block.Weeks[row]) >= firstYear
        select new RawSheet(block, row);

    private static string Text(TextCodes codes, ushort code) => code < codes.Texts.Count ? codes.Texts[code] : "";

    private static Dictionary<string, int> Missing(List<FactBlock> released, Dictionary<ushort, int> waiting, FactNames names)
    {
        var shown = released.SelectMany(b => b.Advisors).ToHashSet();
        return waiting.Where(w => !shown.Contains(w.Key)).ToDictionary(w => Text(names.Advisors, w.Key), w => Least - w.Value);
    }
}

/// <param name="Blocks">May be counted.</param>
/// <param name="Missing">Final answers that are wanting before an advisor sees something, 1 to 5, by user name; who sees something is not in it.</param>
public sealed record ReleasedSheets(IReadOnlyList<FactBlock> Blocks, IReadOnlyDictionary<string, int> Missing);
