using FsCheck;
using FsCheck.Fluent;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results;
using See360.Core.Results.Facts;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;

namespace See360.Core.Tests.Results.Facts;

/// <summary>The columns against the same questions put to the answer sheets themselves, one by one.</summary>
public class FactPassTests
{
    private static readonly Grouping<string> _all = new(GroupsOf);

    [Fact]
    public void Run_AnySheetsAndAnySlice_CountsWhatTheSheetsSay() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var sheets = new RandomSheets(seed);
            var slice = Slice.Random(new Random(seed));

            var found = FactPass.Run(sheets.Table(r => r.Cycle.Week.Week / 5), slice.Filter(sheets.Names), _all);

            AssertSame(slice, sheets, found);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Run_HoweverTheSheetsAreCutIntoBlocks_FindsTheSame()
    {
        var sheets = new RandomSheets(7, sheets: 3000);
        var slice = new Slice(From: new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var filter = slice.Filter(sheets.Names);

        var whole = Lines(FactPass.Run(sheets.Table(_ => 0), filter, _all));

        Assert.Equal(whole, Lines(FactPass.Run(sheets.Table(r => r.Participant.Number % 100), filter, _all)));
        Assert.Equal(whole, Lines(FactPass.Run(sheets.Table(r => r.CompletedAt?.Month ?? 0), filter, _all)));
    }

    [Fact]
    public void Split_ByUnitAdvisorOrMonth_FindsWhatEachPartFindsAlone() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var sheets = new RandomSheets(seed);
            var table = sheets.Table(r => r.Cycle.Week.Week / 9);
            var slice = Slice.Random(new Random(seed));
            var filter = slice.Filter(sheets.Names);
            string[] units = ["unit1", "unit3"];
            int[] bounds = [.. Enumerable.Range(2, 7).Select(month => FactTime.Of(new DateTimeOffset(2026, month, 1, 0, 0, 0, TimeSpan.Zero)))];
            int[] partOf = [.. Enumerable.Range(0, ushort.MaxValue + 1).Select(code => code < sheets.Names.Units.Texts.Count ? Array.IndexOf(units, sheets.Names.Units.Texts[code]) : -1)];

            var byUnit = FactSplit.ByUnit(table, filter with { Units = null }, _all, partOf, units.Length);
            var byMonth = FactSplit.ByPeriod(table, filter, _all, bounds);

            for (var part = 0; part < units.Length; part++)
            {
                AssertSame(slice with { Units = [units[part]] }, sheets, byUnit[part]);
            }

            for (var part = 0; part < bounds.Length - 1; part++)
            {
                var (from, to) = (FactTime.Instant(bounds[part]), FactTime.Instant(bounds[part + 1]));
                AssertSame(slice with { From = slice.From > from ? slice.From : from, To = slice.To < to ? slice.To : to }, sheets, byMonth[part]);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Sums_OfMoreColumnsThanAByteCanAddUp_AreTheSame() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            byte[][] columns = [.. Enumerable.Range(0, 1 + random.Next(20)).Select(_ => Column(random, 640))];
            int[] members = [.. Enumerable.Range(0, columns.Length).Where(_ => random.Next(5) > 0)];
            byte[] mask = [.. Enumerable.Range(0, 640).Select(_ => random.Next(3) == 0 ? (byte)0 : byte.MaxValue)];

            Assert.Equal(ColumnKernels.SumsOfMany(columns, members, mask, 0, 640), ColumnKernels.Sums(columns, members, mask, 0, 640));
            Assert.Equal(ColumnKernels.SumsOfMany(columns, members, default, 0, 640), ColumnKernels.Sums(columns, members, default, 0, 640));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Sums_OfManySheetsWithTheHighestScores_DoNotOverflow()
    {
        const int Sheets = 700_000 / 32 * 32;
        byte[][] columns = [.. Enumerable.Range(0, 23).Select(_ => Enumerable.Repeat(AnswerCode.OfScore(10), Sheets).ToArray())];

        var sums = ColumnKernels.Sums(columns, [.. Enumerable.Range(0, columns.Length)], default, 0, Sheets);

        Assert.Equal(CustomerSums.Of(23, 230) * Sheets, sums);
    }

    [Fact]
    public void Count_OfManySheets_DoesNotOverflow()
    {
        var codes = Enumerable.Repeat(AnswerCode.OfScore(10), 1 << 20).ToArray();
        var counts = new long[19];

        ColumnKernels.Count(codes, default, 1, 12, counts);

        Assert.Equal(1 << 20, counts[12]);
        Assert.Equal(1 << 20, counts.Sum());
    }

    [Fact]
    public void Packed_ParticipantsAndWeeks_ComeBack() => Prop.ForAll(
        Gen.Choose(0, 30 * 52).ToArbitrary(),
        Gen.Choose(1, 9999).ToArbitrary(),
        Gen.Choose(1, 9_999_999).ToArbitrary(),
        (week, batch, number) =>
        {
            var participant = new ParticipantId(new BatchId(new IsoWeek(2000, 1).Plus(week), BatchKind.SelfImage, batch), number);

            Assert.Equal(participant, FactTime.Participant(FactTime.Of(participant)));
        }).Check(Config.QuickThrowOnFailure);

    private static byte[] Column(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(AnswerCode.OfScore(10) + 1))];

    private static IEnumerable<string> GroupsOf(FactColumn column)
    {
        var (kind, id) = (column.Asked.Question.Kind, column.Asked.Question.Id);
        yield return $"{kind} {column.Part} {(column.Part == ColumnPart.Chosen ? column.Choice : 0)}";
        yield return $"{id} {column.Part} {column.Choice}";
        if (kind == QuestionKind.Rating)
        {
            yield return $"{column.Asked.Question.Field}/{column.Asked.Question.Factor}";
            yield return $"factor {column.Asked.Question.Factor}";
        }
    }

    private static void AssertSame(Slice slice, RandomSheets sheets, FactCount<string> found)
    {
        var taken = sheets.Responses.Where(slice.Takes).ToList();
        Assert.Equal(taken.Count, found.Sheets);
        var expected = new Dictionary<(string, ScoreScale?), Slow>();
        foreach (var response in taken)
        {
            var version = sheets.Versions.Single(v => v.Survey == response.Cycle.Survey && v.Number == response.Version);
            foreach (var group in FactBlockBuilder.ColumnsOf(version).SelectMany(c => GroupsOf(c).Select(key => (Key: (key, c.Asked.Scale), Column: c))).GroupBy(g => g.Key, g => g.Column))
            {
                (expected.TryGetValue(group.Key, out var slow) ? slow : expected[group.Key] = new Slow()).Add(response, group);
            }
        }

        Assert.Equal(
            expected.Select(e => $"{e.Key} {e.Value}").Order(StringComparer.Ordinal),
            found.Groups.Where(g => expected.ContainsKey((g.Key, g.Scale))).Select(g => $"{(g.Key, g.Scale)} {Line(g.Tally)}").Order(StringComparer.Ordinal));
    }

    private static string Line(Tally tally) => $"{string.Join(',', tally.Counts.Skip(1))} {tally.Sums}";

    private static List<string> Lines(FactCount<string> found) =>
        [.. found.Groups.Select(g => $"{(g.Key, g.Scale)} {Line(g.Tally)}").Order(StringComparer.Ordinal).Prepend($"{found.Sheets}")];

    private sealed class Slow
    {
        private readonly long[] _counts = new long[AnswerCode.Scores];
        private CustomerSums _sums;

        public void Add(Response response, IEnumerable<FactColumn> columns)
        {
            var (count, sum) = (0L, 0L);
            foreach (var column in columns)
            {
                if (!response.Answers.TryGetValue(column.Asked.Question.Id, out var answer))
                {
                    continue;
                }

                var score = column.Part == ColumnPart.Desired ? answer.Desired : answer.Score;
                var code = answer.CannotJudge == true ? 1
                    : score is { } s ? s + 2
                    : answer.Choices is not { Count: > 0 } chosen ? 0
                    : column.Part == ColumnPart.Chosen ? (chosen.Contains(column.Asked.Question.Choices![column.Choice].Id) ? 2 : 3)
                    : 2 + new[] { "yes", "no", "unknown" }.ToList().IndexOf(chosen[0]);
                _counts[code]++;
                (count, sum) = score is null ? (count, sum) : (count + 1, sum + score.Value);
            }

            _sums += count > 0 ? CustomerSums.Of(count, sum) : default;
        }

        public override string ToString() => $"{string.Join(',', _counts.Skip(1))} {_sums}";
    }

    /// <summary>What is looked at, in words; a filter is made of it, and each sheet is asked.</summary>
    private sealed record Slice(
        string? Survey = null, string? Advisor = null, string[]? Units = null, string? Segment = null, string? Channel = null,
        DateTimeOffset? From = null, DateTimeOffset? To = null, SheetMarks Marks = SheetMarks.Customer)
    {
        public static Slice Random(Random random) => new(
            random.Next(3) == 0 ? "survey0" : null,
            random.Next(4) == 0 ? $"advisor{random.Next(10)}" : null,
            random.Next(3) == 0 ? ["unit1", "unit2"] : null,
            random.Next(4) == 0 ? "Private Banking" : null,
            random.Next(4) == 0 ? "Video" : null,
            random.Next(2) == 0 ? new DateTimeOffset(2026, 1 + random.Next(6), 1, 0, 0, 0, TimeSpan.Zero) : null,
            random.Next(2) == 0 ? new DateTimeOffset(2026, 5 + random.Next(6), 1, 0, 0, 0, TimeSpan.Zero) : null,
            random.Next(5) == 0 ? SheetMarks.SelfImage : random.Next(8) == 0 ? SheetMarks.Interviewer : SheetMarks.Customer);

        public FactFilter Filter(FactNames names) => new(
            Survey is null ? null : new HashSet<SurveyId> { SurveyId.Parse(Survey) },
            From is { } from ? FactTime.Of(from) : int.MinValue,
            To is { } to ? FactTime.Of(to) : int.MaxValue,
            Advisor is null ? null : names.Advisors.Where(a => a == Advisor),
            Units is null ? null : names.Units.Where(u => Units.Contains(u)),
            Segment is null ? null : names.Segments.Where(s => s == Segment),
            Channel is null ? null : names.Channels.Where(c => c == Channel),
            Marks: Marks);

        public bool Takes(Response response) =>
            response is { CompletedAt: { } at, Kind: not ParticipantKind.Test }
            && (Survey is null || response.Cycle.Survey.ToString() == Survey)
            && (Advisor is null || response.Advisor == Advisor)
            && (Units is null || Units.Contains(response.Unit))
            && (Segment is null || response.Segment == Segment)
            && (Channel is null || response.Channel == Channel)
            && (From is null || at >= From) && (To is null || at < To)
            && Marks == ((response.Kind == ParticipantKind.SelfImage ? SheetMarks.SelfImage : 0) | (response.ByInterviewer == true ? SheetMarks.Interviewer : 0));
    }
}
