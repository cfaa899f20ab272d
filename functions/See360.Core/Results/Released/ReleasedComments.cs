using System.Security.Cryptography;
using System.Text;
using See360.Core.Results.Facts;

namespace See360.Core.Results.Released;

/// <summary>Comments of confidential surveys, by the rules of <see cref="ReleasedBatches"/>: in batches of <see cref="Least"/> customers who wrote something,
/// with nothing that says who, when or which score, in an order that has nothing to do with theirs.</summary>
public static class ReleasedComments
{
    /// <summary>Customers of an advisor's batch, and the fewest of any.</summary>
    public const int Least = 8;

    /// <param name="final">Comments of customers to one survey, of cycles that are closed and have no open one before them, with the week of the cycle and
    /// the giver.</param>
    /// <param name="firstYear">As in <see cref="ReleasedBatches.Of"/>.</param>
    public static IReadOnlyList<TableComment> Of(IEnumerable<(IsoWeek Week, TableComment Comment)> final, int firstYear)
    {
        var givers = final
            .Where(c => c.Comment.Marks == SheetMarks.Customer && c.Week.Year >= firstYear)
            .GroupBy(c => (c.Week, c.Comment.Version, c.Comment.Giver, c.Comment.Advisor, c.Comment.Unit))
            .Select(g => new Giver(g.Key.Week, g.Key.Version, FactTime.Of(g.Key.Giver!.Value), g.Key.Advisor, g.Key.Unit, [.. g.Select(c => c.Comment)]))
            .ToList();
        var lastYear = givers.Select(g => g.Week.Year).DefaultIfEmpty(firstYear).Max();
        return [.. givers.GroupBy(g => (g.Version, g.Week.Year)).OrderBy(y => y.Key).SelectMany(y => Release(y, over: y.Key.Year < lastYear))];
    }

    private static IEnumerable<TableComment> Release(IEnumerable<Giver> year, bool over)
    {
        var (released, institute) = (new List<TableComment>(), new List<Giver>());
        foreach (var unit in year.GroupBy(g => g.Unit).OrderBy(u => u.Key, StringComparer.Ordinal))
        {
            var pooled = new List<Giver>();
            foreach (var advisor in unit.GroupBy(g => g.Advisor).OrderBy(a => a.Key, StringComparer.Ordinal))
            {
                foreach (var batch in advisor.OrderBy(g => g.Week).ThenBy(g => g.Participant).Chunk(Least))
                {
                    if (batch.Length == Least)
                    {
                        released.AddRange(Unlinked(batch, advisor.Key, unit.Key));
                    }
                    else
                    {
                        pooled.AddRange(batch);
                    }
                }
            }

            if (pooled.Count >= Least && over)
            {
                released.AddRange(Unlinked(pooled, "", unit.Key));
            }
            else
            {
                institute.AddRange(pooled);
            }
        }

        return over && institute.Count >= Least ? [.. released, .. Unlinked(institute, "", "")] : released;
    }

    private static IEnumerable<TableComment> Unlinked(IReadOnlyCollection<Giver> batch, string advisor, string unit)
    {
        var minutes = ReleasedBatches.Minutes(FactTime.Of(batch.Max(g => g.Week)));
        return batch
            .SelectMany(g => g.Comments)
            .OrderBy(c => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(c.Text))), StringComparer.Ordinal)
            .Select(c => c with { Advisor = advisor, Unit = unit, Segment = "", Channel = "", Minutes = minutes, Giver = null, Nps = null });
    }

    private sealed record Giver(IsoWeek Week, int Version, ulong Participant, string Advisor, string Unit, IReadOnlyList<TableComment> Comments);
}
