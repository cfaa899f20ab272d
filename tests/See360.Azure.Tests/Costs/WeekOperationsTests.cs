using Xunit.Abstractions;

namespace See360.Azure.Tests.Costs;

/// <summary>What a bank's week asks of Azure, counted on the wire: the figures of docs/costs.md.</summary>
[Collection(OnAzurite.Name)]
public sealed class WeekOperationsTests(Azurite azurite, ITestOutputHelper output)
{
    private static readonly TimeSpan _tick = TimeSpan.FromMinutes(5);

    /// <summary>Limits a tenth above what was counted: who needs more has to look at docs/costs.md.</summary>
    [Fact]
    public async Task Week_OfATypicalBank_StaysWithinItsOperations()
    {
        await using var bank = await TypicalBank.OpenAsync(azurite.ConnectionString, onTables: false);
        for (var week = 1; week <= 5; week++)
        {
            await LiveAsync(bank, counted: false, []);
        }

        var mailsBefore = bank.Mails;
        var parts = new Dictionary<string, Dictionary<string, int>>();
        bank.Take();
        await LiveAsync(bank, counted: true, parts);

        var mails = (Count: bank.Mails.Count - mailsBefore.Count, Bytes: bank.Mails.Bytes - mailsBefore.Bytes);
        output.WriteLine($"mails {mails.Count}, {mails.Bytes / mails.Count} bytes each");
        foreach (var (part, counts) in parts)
        {
            output.WriteLine($"{part}: {string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"))}");
        }

        var total = parts.Values.SelectMany(p => p).GroupBy(p => p.Key, p => p.Value).ToDictionary(g => g.Key, g => g.Sum());
        output.WriteLine($"total: {string.Join(", ", total.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"))}");

        Assert.Equal(TypicalBank.Invited + (TypicalBank.Invited - TypicalBank.Answered) + TypicalBank.Advisors, mails.Count);
        Assert.InRange(total["table read"], 0, 5_230);
        Assert.InRange(total["table range"], 0, 17_800);
        Assert.InRange(total["table write"], 0, 421);
        Assert.InRange(total["blob write or list"], 0, 197);
        Assert.InRange(total["RunCycle"] + total["TakeTurn"], 0, 72);

        // One request a tick, however many institutes it lists; and what the one start asks.
        Assert.InRange(parts["start"]["table range"] - parts["start"]["StartDue"], 0, 4);
        Assert.InRange(parts["start"]["table read"], 0, 4);
    }

    /// <summary>So the week may be counted in memory.</summary>
    [Fact]
    public async Task Operations_OfTheStore_AreThoseOnTheWire()
    {
        await using var bank = await TypicalBank.OpenAsync(azurite.ConnectionString, onTables: true);
        await bank.DropAsync();
        bank.Clock.Advance(TimeSpan.FromHours(1));
        await bank.TickAsync();
        await bank.RunCyclesAsync();
        await bank.AnswerAsync(from: 0, people: 1); // Each table is made by its first write.
        await bank.ManageAsync(seconds: 5);
        bank.Take();
        bank.TakeFromTheWire();

        await bank.TickAsync();
        await bank.AnswerAsync(from: 1, people: 2);
        await bank.ReportDeliveriesAsync();
        await bank.ManageAsync(seconds: 10);
        var wire = bank.TakeFromTheWire();
        var asked = bank.Take();

        string[] operations = ["table range", "table read", "table write"];
        Assert.All(operations, operation => Assert.Equal(asked[operation], wire[operation]));
    }

    /// <summary>From Monday 07:00 on. The timers run as in production; orchestrations wake on the minute of a tick.</summary>
    /// <param name="counted">False: with few ticks and nobody looking, only so that the bank has a past.</param>
    private static async Task LiveAsync(TypicalBank bank, bool counted, Dictionary<string, Dictionary<string, int>> parts)
    {
        var monday = bank.Clock.GetUtcNow();
        await DoAsync("import", bank.DropAsync);
        var every = counted ? _tick : TimeSpan.FromHours(6);
        Add("import", bank.Take());
        bank.Clock.Advance(TimeSpan.FromHours(1));
        await DoAsync("start", bank.TickAsync);
        await DoAsync("cycles", bank.RunCyclesAsync);
        await DoAsync("delivery reports", bank.ReportDeliveriesAsync);
        if (counted)
        {
            await DoAsync("sales management", () => bank.ManageAsync());
        }

        for (var at = monday.AddHours(2); at < monday.AddDays(7); at += every)
        {
            if (at > bank.Clock.GetUtcNow())
            {
                bank.Clock.Advance(at - bank.Clock.GetUtcNow());
            }

            await DoAsync("start", bank.TickAsync);
            if (at.Minute == 0)
            {
                await DoAsync("housekeeping", bank.KeepHouseAsync);
            }

            await DoAsync("cycles", bank.RunCyclesAsync);
            await DoAsync("delivery reports", bank.ReportDeliveriesAsync);
            if (at == monday.AddHours(38))
            {
                await DoAsync("survey pages", () => bank.AnswerAsync());
                if (counted)
                {
                    await DoAsync("advisors", bank.ReadResultsAsync);
                }
            }
        }

        bank.Clock.Advance(monday.AddDays(7) - bank.Clock.GetUtcNow());

        async Task DoAsync(string part, Func<Task> action)
        {
            await action();
            Add(part, bank.Take());
        }

        void Add(string part, Dictionary<string, int> counted)
        {
            var sum = parts.TryGetValue(part, out var present) ? present : parts[part] = [];
            foreach (var (name, count) in counted)
            {
                sum[name] = sum.GetValueOrDefault(name) + count;
            }
        }
    }
}
