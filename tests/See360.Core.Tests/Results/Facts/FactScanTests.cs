using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Facts;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Results.Facts;

/// <summary>So many sheets that several processors share them, against the same blocks one by one.</summary>
public class FactScanTests
{
    private const int Units = 60;
    private const int SheetsOfABlock = 1000;

    private static readonly LocalizedText _text = new("?", "?");
    private static readonly Grouping<string> _groups = new(GroupsOf);
    private static readonly FactTable _table = Table();

    public static TheoryData<string> Filters => ["everything", "one unit of sixty", "all units but one", "a channel and a segment", "marks", "a period", "nobody"];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Run_ManySheets_CountsAsBlockByBlock(string filter)
    {
        var wanted = Filter(filter);

        var found = FactPass.Run(_table, wanted, _groups);

        Assert.Equal(Lines(_table.Blocks.Select(b => FactPass.Run(new FactTable(_table.Names, [b]), wanted, _groups))), Lines([found]));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Split_ManySheets_CountsAsBlockByBlock(string filter)
    {
        var wanted = Filter(filter);
        int[] partOf = [.. _table.Names.Units.Texts.Select((_, code) => code % 7 == 0 ? -1 : code % 7 - 1)];

        var found = FactSplit.ByUnit(_table, wanted, _groups, partOf, 6, key => key == "Rating");

        var alone = _table.Blocks.Select(b => FactSplit.ByUnit(new FactTable(_table.Names, [b]), wanted, _groups, partOf, 6, key => key == "Rating")).ToList();
        for (var part = 0; part < 6; part++)
        {
            Assert.Equal(Lines(alone.Select(a => a[part])), Lines([found[part]]));
        }
    }

    [Fact]
    public void Split_ByPeriod_CountsAsBlockByBlock()
    {
        int[] bounds = [0, 30_000, 30_100, 90_000];

        var found = FactSplit.ByPeriod(_table, new FactFilter(), _groups, bounds);

        for (var part = 0; part < 3; part++)
        {
            var wanted = new FactFilter(From: bounds[part], To: bounds[part + 1]);
            Assert.Equal(Lines(_table.Blocks.Select(b => FactPass.Run(new FactTable(_table.Names, [b]), wanted, _groups))), Lines([found[part]]));
        }
    }

    /// <summary>What was counted of a whole block is kept with it; of a part of it, nothing is.</summary>
    [Theory]
    [InlineData("everything")]
    [InlineData("a period")]
    [InlineData("one unit of sixty")]
    public void Run_Again_CountsTheSameWhetherItIsKeptOrNot(string filter)
    {
        var kept = new Grouping<string>(GroupsOf, kept: true);
        var table = Table(interviewers: 0);
        var wanted = Filter(filter);
        var anew = Lines([FactPass.Run(table, wanted, _groups)]);

        Assert.Equal(anew, Lines([FactPass.Run(table, wanted, kept)]));
        Assert.Equal(anew, Lines([FactPass.Run(table, wanted, kept)]));

        var whole = table.Blocks.Where(b => b.Minutes[0] >= wanted.From && b.Minutes[^1] < wanted.To && wanted.Units is null).ToHashSet();
        Assert.All(table.Blocks, b => Assert.Equal(whole.Contains(b), b.Kept(kept.Of(b.Columns)) is not null));
        Assert.All(table.Blocks, b => Assert.Null(b.Kept(_groups.Of(b.Columns))));
    }

    [Fact]
    public void Places_OfAnyMask_AreThoseThatAreSet() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            byte[] mask = [.. Enumerable.Range(0, 32 * random.Next(1, 9)).Select(_ => random.Next(3) == 0 ? byte.MaxValue : (byte)0)];
            var (places, found) = (new int[random.Next(32, 80)], new List<int>());

            for (var next = 0; next < mask.Length;)
            {
                (var count, next) = ColumnKernels.Places(mask, next, places);
                found.AddRange(places[..count]);
            }

            Assert.Equal(mask.Index().Where(m => m.Item != 0).Select(m => m.Index), found);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Equal_OfAnyLength_IsAMask() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            byte[] bytes = [.. Enumerable.Range(0, random.Next(100)).Select(_ => (byte)random.Next(3))];
            var mask = new byte[bytes.Length];

            ColumnKernels.Equal(bytes, 2, mask);

            Assert.Equal(bytes.Select(b => b == 2 ? byte.MaxValue : (byte)0), mask);
        }).Check(Config.QuickThrowOnFailure);

    private static FactFilter Filter(string name)
    {
        var names = _table.Names;
        return name switch
        {
            "one unit of sixty" => new FactFilter(Units: names.Units.Where(u => u == "unit7")),
            "all units but one" => new FactFilter(Units: names.Units.Where(u => u != "unit7")),
            "a channel and a segment" => new FactFilter(Channels: names.Channels.Where(c => c == "Video"), Segments: names.Segments.Where(s => s.Length > 0)),
            "marks" => new FactFilter(Marks: SheetMarks.Interviewer),
            "a period" => new FactFilter(From: 20_000, To: 70_000),
            "nobody" => new FactFilter(Advisors: names.Advisors.Where(_ => false)),
            _ => new FactFilter(),
        };
    }

    private static string[] GroupsOf(FactColumn column) => [column.Asked.Question.Id, column.Asked.Question.Kind.ToString()];

    /// <summary>Two versions in turn, all blocks of one with the same columns.</summary>
    /// <param name="interviewers">One sheet in so many is of one; 0: none is.</param>
    private static FactTable Table(int interviewers = 20)
    {
        var (random, names) = (new Random(5), new FactNames());
        SurveyVersion[] versions = [Version(1, 6), Version(2, 9)];
        var columns = versions.Select(FactBlockBuilder.ColumnsOf).ToList();
        return new FactTable(names, [.. Enumerable.Range(0, 160).Select(n => Block(random, versions[n % 2], columns[n % 2], names, interviewers))]);
    }

    private static FactBlock Block(Random random, SurveyVersion version, IReadOnlyList<FactColumn> columns, FactNames names, int interviewers)
    {
        var builder = new FactBlockBuilder(version.Survey, version.Number, columns, names);
        var first = random.Next(100_000);
        for (var n = 0; n < SheetsOfABlock; n++)
        {
            byte[] codes = [.. columns.Select(c => (byte)random.Next(AnswerCode.OfScore(c.Asked.Scale!.Value.Max) + 1))];
            builder.Add(new FactBlockBuilder.Sheet(
                names.Advisors.Of($"advisor{random.Next(300)}"), names.Units.Of($"unit{random.Next(Units)}"), names.Segments.Of(random.Next(2) == 0 ? "" : "Private Banking"),
                names.Channels.Of(random.Next(3) == 0 ? "Video" : "Filiale"), 1, interviewers > 0 && random.Next(interviewers) == 0 ? SheetMarks.Interviewer : SheetMarks.Customer,
                first + random.Next(10_000), (ulong)n, codes));
        }

        return builder.Build();
    }

    private static SurveyVersion Version(int number, int ratings) => new(
        SurveyId.Parse("survey"), number, default, See360.Core.Surveys.Scores.OneToFive, _text, _text,
        [
            .. Enumerable.Range(0, ratings).Select(n => new Question($"rating{n}", QuestionKind.Rating, _text)),
            new Question("nps", QuestionKind.Nps, _text),
        ]);

    private static IEnumerable<string> Lines(IEnumerable<FactCount<string>> counts)
    {
        var (sheets, sums) = (0, new SortedDictionary<string, (long[] Counts, CustomerSums Sums)>(StringComparer.Ordinal));
        foreach (var count in counts)
        {
            sheets += count.Sheets;
            foreach (var (key, _, tally) in count.Groups)
            {
                var sum = sums.GetValueOrDefault(key, (new long[AnswerCode.Scores], default));
                sums[key] = ([.. sum.Counts.Zip(tally.Counts.Take(AnswerCode.Scores), (a, b) => a + b)], sum.Sums + tally.Sums);
            }
        }

        return sums.Where(s => s.Value.Counts.Skip(1).Sum() + s.Value.Sums.N > 0)
            .Select(s => $"{s.Key}: {string.Join(',', s.Value.Counts.Skip(1))} {s.Value.Sums}").Prepend($"{sheets} sheets");
    }
}
