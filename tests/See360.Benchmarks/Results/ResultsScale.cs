using See360.Core;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Benchmarks.Results;

/// <summary>An institute of the size that results are measured with: 500 advisors in 60 units, four surveys of 20 questions, five years.
/// Always the same answers for the same number of sheets.</summary>
internal sealed class ResultsScale
{
    public const int Advisors = 500;
    public const int Units = 60;
    public const int Months = 60;
    public const int Questions = 20;
    public const int Surveys = 4;

    private static readonly LocalizedText _text = new("?", "?");
    private static readonly DateTimeOffset _first = new(2021, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] _segments = ["Privatkunden", "Private Banking", "Firmenkunden"];
    private static readonly string[] _channels = ["Filiale", "Telefon", "Video"];

    public ResultsScale(int sheets)
    {
        for (var n = 0; n < Advisors; n++)
        {
            Names.Advisors.Of($"advisor{n:D3}@bank.example");
        }

        for (var n = 0; n < Units; n++)
        {
            Names.Units.Of($"{n:D2}");
        }

        Array.ForEach(_segments, s => Names.Segments.Of(s));
        Array.ForEach(_channels, c => Names.Channels.Of(c));
        Versions = [.. Enumerable.Range(0, Surveys).Select(Version)];
        Table = new FactTable(Names, [.. Blocks(sheets)]);
    }

    public FactNames Names { get; } = new();

    public IReadOnlyList<SurveyVersion> Versions { get; }

    public FactTable Table { get; }

    /// <summary>The beginning of a month, counted from the first; in minutes.</summary>
    public static int Month(int number) => FactTime.Of(_first.AddMonths(number));

    /// <summary>The mails that a block's sheets are answers to: every third was answered.</summary>
    public CycleTotals TotalsOf(FactBlock block)
    {
        var byAdvisor = block.Advisors.GroupBy(code => code).ToDictionary(g => Names.Advisors.At(g.Key), g => new AdvisorReturn(3 * g.Count(), 0, g.Count(), g.Count(), g.Count(), 0));
        return new CycleTotals(3 * block.Count, 3 * block.Count, 0, block.Count, block.Count, block.Count, 0, byAdvisor);
    }

    /// <summary>A block for each survey and week, as cycles are.</summary>
    private IEnumerable<FactBlock> Blocks(int sheets)
    {
        var random = new Random(1);
        var columns = Versions.Select(FactBlockBuilder.ColumnsOf).ToList();
        var builders = new SortedDictionary<(ushort Week, int Survey), FactBlockBuilder>();
        var number = 0;
        for (var month = 0; month < Months; month++)
        {
            for (var end = (int)((long)sheets * (month + 1) / Months); number < end; number++)
            {
                var (survey, sheet) = (random.Next(Surveys), Sheet(random, month, number));
                if (!builders.TryGetValue((sheet.Week, survey), out var builder))
                {
                    builders[(sheet.Week, survey)] = builder = new FactBlockBuilder(Versions[survey].Survey, 1, columns[survey], Names);
                }

                builder.Add(sheet);
            }
        }

        return builders.Values.Select(b => b.Build());
    }

    private static FactBlockBuilder.Sheet Sheet(Random random, int month, int number)
    {
        var advisor = random.Next(Advisors);
        var minutes = Month(month) + random.Next(28 * 24 * 60);
        var codes = new byte[Questions];
        var mood = random.Next(3);
        for (var q = 0; q < 17; q++)
        {
            codes[q] = random.Next(12) == 0 ? AnswerCode.CannotJudge : random.Next(20) == 0 ? AnswerCode.None : AnswerCode.OfScore(Math.Min(5, 2 + mood + random.Next(3)));
        }

        codes[17] = AnswerCode.OfScore(Math.Min(10, 4 + (2 * mood) + random.Next(5)));
        codes[18] = AnswerCode.OfScore(Math.Min(5, 2 + mood + random.Next(3)));
        codes[19] = AnswerCode.OfChoice(random.Next(10) < 7 ? 0 : 1 + random.Next(2));
        var week = IsoWeek.Of(DateOnly.FromDateTime(FactTime.Instant(minutes).UtcDateTime));
        return new FactBlockBuilder.Sheet(
            (ushort)(1 + advisor), (ushort)(1 + (advisor % Units)), (ushort)(1 + random.Next(3)), (ushort)(1 + random.Next(3)), FactTime.Of(week),
            SheetMarks.Customer, minutes, FactTime.Of(new ParticipantId(new BatchId(week, BatchKind.Import, 1), number + 1)), codes);
    }

    /// <summary>17 ratings over fields and factors, some of them in the same cell; NPS, CSAT, FCR.</summary>
    private static SurveyVersion Version(int n)
    {
        var questions = Enumerable.Range(0, 17)
            .Select(q => new Question(
                $"rating{q}", QuestionKind.Rating, _text, Field: (BusinessField)(1 + ((q + n) % 5)), Factor: (CompetitiveFactor)(1 + (q % 10))))
            .Append(new Question("nps", QuestionKind.Nps, _text))
            .Append(new Question("csat", QuestionKind.Csat, _text))
            .Append(new Question("fcr", QuestionKind.Fcr, _text));
        return new SurveyVersion(SurveyId.Parse($"survey{n}"), 1, default, Scores.OneToFive, _text, _text, [.. questions]);
    }
}
