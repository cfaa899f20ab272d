using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Core.Cycles;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results;
using See360.Core.Results.Released;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Testing;

namespace See360.Core.Tests.Results.Views;

/// <summary>
/// The attack of <c>ConfidentialityAttackTests</c> once more, on everything that leaves: every view there is, for each role, over the weeks. Two customers
/// swap their answers to a question; whoever can't tell the difference has learnt nothing that tells them apart. Each answer that changes any
/// text must have four others of which that holds, each comment seven.
/// </summary>
public sealed class ViewsAttackTests
{
    private const int Weeks = 10;
    private const int Customers = 44;

    private static readonly IsoWeek s_first = new(2026, 30);

    [Theory]
    [InlineData("nps", 1)]
    [InlineData("advice", 2)]
    [InlineData("fcr", 3)]
    [InlineData("praise", 4)]
    public async Task EveryAnswer_IsOneOfSeveral_ThatNoViewTellsApart(string question, int seed)
    {
        var least = question == "praise" ? ReleasedComments.Least : ReleasedBatches.Least;
        var (a, b) = question switch
        {
            "fcr" => (new Answer(Choices: [FixedChoices.Yes]), new Answer(Choices: [FixedChoices.No])),
            "praise" => (new Answer(Text: "Sehr geduldig"), new Answer(Text: "Immer erreichbar")),
            _ => (new Answer(1), new Answer(5)),
        };
        var random = new Random(seed);
        int[] givers = [.. Enumerable.Range(0, Customers)];
        var seen = 0;
        foreach (var customer in givers.OrderBy(_ => random.Next()).Take(2))
        {
            if (await LearntAsync(question, (customer, a)) == await LearntAsync(question, (customer, b)))
            {
                continue;
            }

            seen++;
            var alike = 0;
            foreach (var other in givers.Where(o => o != customer).OrderBy(o => Advisor(o) != Advisor(customer)).ThenBy(o => Math.Abs(o - customer)))
            {
                alike += await LearntAsync(question, (customer, a), (other, b)) == await LearntAsync(question, (customer, b), (other, a)) ? 1 : 0;
                if (alike == least - 1)
                {
                    break;
                }
            }

            Assert.Equal(least - 1, alike);
        }

        Assert.True(seen > 0, "No answer was shown at all.");
    }

    private static string Advisor(int customer) => customer % 3 == 0 ? ResultsBank.Timo : ResultsBank.Jana;

    private static async Task<string> LearntAsync(string question, params (int Customer, Answer Answer)[] given)
    {
        var clock = new FakeClock();
        await using var services = Services(clock);
        var (bank, cycles) = await OpenAsync(services, clock, question, given);
        var told = new StringBuilder();
        for (var week = 0; week < Weeks; week++)
        {
            await bank.CloseAsync(cycles[week], new CycleTotals(5, 5, 0, 5, 5, 5, 0));
            clock.Advance(TimeSpan.FromDays(1));
            if (week % 3 == 0)
            {
                await TellAsync(services, bank, told);
            }
        }

        return told.ToString();
    }

    private static async Task TellAsync(IServiceProvider services, ResultsBank bank, StringBuilder told)
    {
        var show = services.GetRequiredService<ShowResults>();
        ResultReader management = new(bank.Id, "romy@musterbank.example", [Role.SalesManagement], Language.De);
        ResultReader head = new(bank.Id, "head@musterbank.example", [Role.Head], Language.De);
        ResultReader jana = new(bank.Id, ResultsBank.Jana, [Role.Advisor], Language.De);
        (ResultReader Reader, SliceParameters Slice)[] asked =
        [
            (management, new SliceParameters()),
            (management, new SliceParameters(Unit: "111", Compare: "institute")),
            (management, new SliceParameters(Unit: "112", Period: "4w", Compare: "previous", Factor: "adviceQuality")),
            (head, new SliceParameters(Unit: "111", Period: "2026-08-01..2026-08-20")),
            (jana, new SliceParameters(Advisor: ResultsBank.Jana, Compare: "institute")),
        ];
        foreach (var (reader, slice) in asked)
        {
            var parsed = Slice.Parse(slice);
            told.Append(await JsonAsync(show, reader, parsed, ResultViews.Overview)).Append(await JsonAsync(show, reader, parsed, ResultViews.Grid))
                .Append(await JsonAsync(show, reader, parsed, ResultViews.Organisation)).Append(await JsonAsync(show, reader, parsed, ResultViews.Questions))
                .Append(await JsonAsync(show, reader, parsed, ResultViews.Loyalty)).Append(await JsonAsync(show, reader, parsed, ResultViews.Management))
                .Append(await JsonAsync(show, reader, parsed, ResultViews.SelfImage)).Append(await JsonAsync(show, reader, parsed, ResultViews.Maturity))
                .Append(await JsonAsync(show, reader, parsed, ResultViews.Return)).Append(await JsonAsync(show, reader, parsed, ResultViews.Trend(TrendStep.Week)))
                .Append(await JsonAsync(show, reader, parsed, ResultViews.Comments(new CommentQuery())));
        }

        var own = await services.GetRequiredService<AdvisorResults>().ExecuteAsync(bank.Id, ResultsBank.Jana, Language.De);
        told.AppendLine(JsonSerializer.Serialize(own.Value));
    }

    private static async Task<string> JsonAsync<T>(ShowResults show, ResultReader reader, Slice slice, ResultView<T> view)
        where T : class => JsonSerializer.Serialize((await show.ExecuteAsync(reader, slice, view))!.Value);

    private static ServiceProvider Services(FakeClock clock) => new ServiceCollection()
        .AddSee360Core()
        .AddSingleton<IRecordStore>(new InMemoryRecordStore())
        .AddSingleton<IFileStore>(new InMemoryFileStore())
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(new SecretKeys(new byte[32]))
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .BuildServiceProvider();

    /// <summary>Ten weeks of a confidential survey, answered and not closed yet.</summary>
    private static async Task<(ResultsBank Bank, List<CycleId> Cycles)> OpenAsync(
        IServiceProvider services, FakeClock clock, string question, (int Customer, Answer Answer)[] given)
    {
        var bank = new ResultsBank(services.GetRequiredService<IRecordStore>(), clock);
        await bank.OpenAsync();
        var organisation = services.GetRequiredService<OrganisationRecords>();
        foreach (var unit in (Unit[])[new("100", "Musterbank", null, null), new("111", "Altstadt", "100", "head@musterbank.example"), new("112", "Hafen", "100", null)])
        {
            await organisation.Units.InsertAsync(OrganisationRecords.Partition(bank.Id), OrganisationRecords.UnitRow(unit.Number), unit);
        }

        var survey = await bank.SurveyAsync(mode: ConfidentialityMode.Confidential);
        var cycles = new List<CycleId>();
        var random = new Random(360);
        for (var week = 0; week < Weeks; week++)
        {
            cycles.Add(await bank.CycleAsync(survey, s_first.Plus(week)));
        }

        for (var customer = 0; customer < Customers; customer++)
        {
            var answers = ResultsBank.Scores(
                contact: random.Next(1, 6), advice: random.Next(1, 6), nps: random.Next(11), csat: random.Next(1, 6));
            answers["fcr"] = new Answer(Choices: [random.Next(2) == 0 ? FixedChoices.Yes : FixedChoices.No]);
            answers["praise"] = new Answer(Text: $"Lob {random.Next(5)}");
            foreach (var (_, answer) in given.Where(g => g.Customer == customer))
            {
                answers[question] = answer;
            }

            await bank.AnsweredAsync(cycles[customer * Weeks / Customers], answers, Advisor(customer), unit: Advisor(customer) == ResultsBank.Timo ? "112" : "111");
        }

        return (bank, cycles);
    }
}
