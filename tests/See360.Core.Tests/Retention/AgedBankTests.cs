using System.Text;
using System.Text.Json;
using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results;
using See360.Core.Retention;
using See360.Core.Storage;
using See360.Core.Texts;
using Xunit.Abstractions;

namespace See360.Core.Tests.Retention;

/// <summary>A bank that grows four years old, beside its twin that deletes nothing.</summary>
public class AgedBankTests(ITestOutputHelper output)
{
    private const int Days = 4 * 365;

    [Fact]
    public async Task FourYears_AfterEachDailyRun_NothingIsOlderThanItsPeriodAndTheFiguresStay()
    {
        var (bank, twin) = (await new RetentionBench().OpenAsync(), await new RetentionBench().OpenAsync());
        for (var day = 0; day < Days; day++)
        {
            await bank.DayAsync(day);
            await twin.DayAsync(day);
            await bank.RetainAsync();
            var found = await bank.FoundAsync();
            Assert.DoesNotContain(found, bank.IsOver);
            if (day % 91 == 80)
            {
                Assert.Equal(await FiguresAsync(twin), await FiguresAsync(bank));
                Assert.All((await twin.FoundAsync()).Where(twin.IsKept), person => Assert.Contains(person, found));
            }

            bank.Clock.Advance(TimeSpan.FromDays(1));
            twin.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(await ReadAllAsync(bank), ((MarkedStore)bank.Cycles.Store).People.ToHashSet());
        await AssertAgesAsync(bank);
        await AssertTwinKeepsAsync(bank, twin);
    }

    private static async Task<string> FiguresAsync(RetentionBench bench)
    {
        var own = new List<object?>();
        for (var n = 1; n <= 2; n++)
        {
            own.Add((await bench.Cycles.Get<AdvisorResults>().ExecuteAsync(bench.Id, RetentionBench.Advisor(n), Language.De)).Value);
        }

        var weeks = (await bench.Cycles.Get<ReturnByWeek>().ExecuteAsync(bench.Id, ReturnByWeek.MostWeeks)).Value;
        var states = new List<object>();
        foreach (var import in await bench.Cycles.Get<ImportRecords>().Imports.ListAsync(ImportRecords.Partition(bench.Id)))
        {
            // A preview that nobody took over is taken back when its time is over.
            if (import.ConfirmedAt is not null && import.Id.Week.Week % 6 == 5)
            {
                states.Add(new { import.Id, Counts = (await bench.Cycles.Get<ImportStates>().ReadAsync(bench.Id, import)).Counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}") });
            }
        }

        return JsonSerializer.Serialize(new { own, weeks, states }, RecordJson.Options).Replace("},", "},\n", StringComparison.Ordinal);
    }

    private static async Task<HashSet<int>> ReadAllAsync(RetentionBench bank)
    {
        var found = new HashSet<int>();
        await foreach (var (_, partition, record) in RetentionBench.EverythingAsync(bank.Cycles.Store))
        {
            found.UnionWith(MarkedStore.In($"{partition} {record.Row} {Encoding.UTF8.GetString(record.Body.Span)}"));
        }

        return found;
    }

    /// <summary>Nothing of a log is older than 12 months, nothing of an answer older than 36, by the days on which they were written.</summary>
    private static async Task AssertAgesAsync(RetentionBench bank)
    {
        var now = bank.Clock.GetUtcNow();
        var counted = new Dictionary<string, int>();
        await foreach (var (table, _, record) in RetentionBench.EverythingAsync(bank.Cycles.Store))
        {
            counted[table] = counted.GetValueOrDefault(table) + 1;
            switch (table)
            {
                case "sends":
                    Assert.True(RecordJson.Read<Send>(record.Body.Span).ClaimedAt.AddMonths(12).AddDays(2) > now);
                    break;
                case "responses":
                    Assert.True((RecordJson.Read<Response>(record.Body.Span).CompletedAt ?? now).AddMonths(36).AddDays(2) > now);
                    break;
                case "openings":
                    Assert.True(RecordJson.Read<Opening>(record.Body.Span).At.AddMonths(36).AddDays(2) > now);
                    break;
                case "objections":
                    Assert.True(RecordJson.Read<Objection>(record.Body.Span).At.AddMonths(12).AddDays(2) > now);
                    break;
                case "contacts":
                    var contact = RecordJson.Read<Contact>(record.Body.Span);
                    Assert.True((contact.ClaimedAt ?? now).AddMonths(12).AddDays(2) > now);
                    Assert.True(contact is not { ClaimedAt: null, ObjectedAt: null, UndeliverableAt: null });
                    break;
                case "importRows":
                    Assert.True(RecordJson.Read<KnownRow>(record.Body.Span).Participant.Batch.Week.Monday.AddMonths(24).AddDays(32) > DateOnly.FromDateTime(now.UtcDateTime));
                    break;
                case "participants" when RecordJson.Read<Participant>(record.Body.Span) is { ContactRows: not null, InvitedAt: { } invited }:
                    Assert.True(invited.AddDays(28).AddMonths(36).AddDays(2) > now);
                    break;
            }
        }

        Assert.All((string[])["sends", "responses", "openings", "objections", "contacts", "importRows", "callbacks"], table => Assert.True(counted[table] > 0));
    }

    /// <summary>Objections and bounces are all there, and the counts that the report gives are those of what is missing.</summary>
    private async Task AssertTwinKeepsAsync(RetentionBench bank, RetentionBench twin)
    {
        Assert.Equal(await SuppressedAsync(twin), await SuppressedAsync(bank));
        var runs = await bank.Cycles.Get<RetentionRecords>().Runs.ListAsync(RetentionRecords.Partition(bank.Id));
        var reported = runs.SelectMany(r => r.Counts).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
        output.WriteLine(string.Join(", ", reported.OrderBy(r => r.Key).Select(r => $"{r.Key} {r.Value}")) + $" in {runs.Count} runs");
        Assert.Equal(runs.Select(r => r.At).OrderDescending(), runs.Select(r => r.At));
        foreach (var (item, table) in ((RetentionItem, string)[])
            [(RetentionItem.Answers, "responses"), (RetentionItem.Openings, "openings"), (RetentionItem.Mails, "sends"), (RetentionItem.Objections, "objections"),
             (RetentionItem.Conversations, "importRows"), (RetentionItem.Callbacks, "callbacks")])
        {
            Assert.Equal(await CountAsync(twin, table) - await CountAsync(bank, table), reported[item]);
        }
    }

    private static async Task<string[]> SuppressedAsync(RetentionBench bench) =>
    [
        .. (await bench.Cycles.Get<ContactRecords>().Contacts.RangeAsync(ContactRecords.Partition(bench.Id)).ToListAsync())
            .Where(c => c.Value.ObjectedAt is not null || c.Value.UndeliverableAt is not null)
            .Select(c => $"{c.Row} {c.Value.ObjectedAt:O} {c.Value.UndeliverableAt:O}"),
    ];

    private static async Task<int> CountAsync(RetentionBench bench, string table)
    {
        var count = 0;
        await foreach (var (of, _, _) in RetentionBench.EverythingAsync(bench.Cycles.Store))
        {
            count += of == table ? 1 : 0;
        }

        return count;
    }
}
