using System.Text;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Results.Released;

namespace See360.Core.Tests.Results.Released;

/// <summary>
/// Somebody who knows who was asked, who answered and in which order, asks for everything that may be asked, day after day: any advisor, units, period,
/// version, question or group of questions. Whatever he computes of the numbers he gets is a function of them; so he can't tell two customers apart if all numbers
/// stay the same when these two swap their answers. Each answer that changes any number must have four others of which that holds.
/// </summary>
public sealed class ConfidentialityAttackTests
{
    private const int Weeks = 26;

    private static readonly Grouping<string> s_groups = new(c => [c.Asked.Question.Id, "all", .. c.Asked.Question.Factor is { } f ? [f.ToString()] : Array.Empty<string>()]);

    [Theory]
    [InlineData(1, "nps")]
    [InlineData(2, "rating1")]
    [InlineData(3, "fcr")]
    [InlineData(4, "rating2")]
    public void EveryAnswer_IsOneOfFiveThatNoSequenceOfRequestsTellsApart(int seed, string question)
    {
        var sheets = ConfidentialSheets.Random(seed, customers: 90, weeks: Weeks);
        var random = new Random(seed);
        int[] givers = [.. Enumerable.Range(0, sheets.Responses.Count).Where(n => Counts(sheets, n, question))];
        var (a, b) = question == "fcr" ? (new Answer(Choices: ["yes"]), new Answer(Choices: ["no"])) : (new Answer(1), new Answer(5));

        var seen = 0;
        foreach (var customer in givers.OrderBy(_ => random.Next()).Take(8))
        {
            if (Learnt(sheets.With(question, (customer, a))) == Learnt(sheets.With(question, (customer, b))))
            {
                continue;
            }

            seen++;
            var alike = givers
                .Where(other => other != customer)
                .OrderByDescending(other => sheets.Responses[other].Advisor == sheets.Responses[customer].Advisor)
                .ThenByDescending(other => sheets.Responses[other].Unit == sheets.Responses[customer].Unit)
                .Where(other => Learnt(sheets.With(question, (customer, a), (other, b))) == Learnt(sheets.With(question, (customer, b), (other, a))))
                .Take(ReleasedBatches.Least - 1)
                .Count();
            Assert.Equal(ReleasedBatches.Least - 1, alike);
        }

        Assert.True(seen > 0, "No answer was shown at all.");
    }

    private static bool Counts(ConfidentialSheets sheets, int customer, string question) =>
        sheets.Responses[customer].Answers.TryGetValue(question, out var answer) && answer.CannotJudge is null;

    /// <summary>Everything that was told in the course of half a year.</summary>
    private static string Learnt(ConfidentialSheets sheets)
    {
        var told = new StringBuilder();
        for (var week = 1; week <= Weeks; week++)
        {
            var table = sheets.ReleasedAfter(week, out var released);
            told.AppendJoin(',', released.Missing.OrderBy(m => m.Key, StringComparer.Ordinal));
            foreach (var filter in Slices(table, week))
            {
                var count = FactPass.Run(table, filter, s_groups);
                told.Append('|').Append(count.Sheets);
                foreach (var (key, scale, tally) in count.Groups.OrderBy(g => g.Key, StringComparer.Ordinal).ThenBy(g => g.Scale?.Max))
                {
                    told.Append(key).Append(scale).AppendJoin(',', tally.Counts).Append(tally.Sums);
                }
            }
        }

        return told.ToString();
    }

    /// <summary>A different choice each day, the same for each bank.</summary>
    private static IEnumerable<FactFilter> Slices(FactTable table, int day)
    {
        var random = new Random(day);
        yield return new FactFilter();
        foreach (var advisor in Enumerable.Range(0, 6))
        {
            yield return new FactFilter(Advisors: table.Names.Advisors.Where(n => n == $"advisor{advisor}"));
        }

        for (var n = 0; n < 14; n++)
        {
            var (from, length) = (random.Next(Weeks), random.Next(1, Weeks));
            var (unit, other, advisor) = (random.Next(3), random.Next(3), $"advisor{random.Next(6)}");
            yield return new FactFilter(
                From: Minute(from), To: Minute(from + length),
                Units: random.Next(3) == 0 ? null : table.Names.Units.Where(u => u == $"unit{unit}" || u == $"unit{other}"),
                Advisors: random.Next(4) == 0 ? table.Names.Advisors.Where(u => u == advisor) : null,
                Version: random.Next(3) == 0 ? random.Next(1, 3) : null);
        }
    }

    private static int Minute(int week) =>
        FactTime.Of(new DateTimeOffset(ConfidentialSheets.FirstWeek.Plus(week).Monday, default, TimeSpan.Zero));
}
