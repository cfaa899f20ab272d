using System.Net;
using System.Net.Http.Json;
using See360.Core.Cycles;
using See360.Core.Users;
using See360.Functions;

namespace See360.Azure.Tests.Hosting;

/// <summary>Two instances whose clocks are five minutes apart, in either direction.</summary>
public sealed class ClockSkewTests
{
    private const string Romy = "romy@musterstadt.example";

    [Theory]
    [InlineData(5), InlineData(-5)]
    public async Task Claims_OfADeadInstance_AreTakenUpByTheOther_AndNothingIsSentTwice(int minutes)
    {
        await using var hosts = new TwoHosts(TimeSpan.FromMinutes(minutes));
        var bank = await hosts.OpenAsync(customers: 30);
        await hosts.A.Get<StartWeek>().RunAsync(bank.Id, "");
        hosts.Mailer.After = mail =>
        {
            if (hosts.Mailer.Sent.Count >= 10)
            {
                throw new InvalidOperationException("The process is killed.");
            }
        };
        await Assert.ThrowsAnyAsync<Exception>(() => TwoHosts.TakeTurnsAsync(hosts.A, bank));
        hosts.Mailer.After = _ => { };
        var before = hosts.Mailer.Sent.Count;
        Assert.InRange(before, 10, 30);

        // At worst a lease and the difference of the clocks pass until the other one takes up what was left.
        for (var minute = 0; minute <= CycleWorker.Lease.TotalMinutes + Math.Abs(minutes) + 1; minute++)
        {
            await TwoHosts.TakeTurnsAsync(hosts.B, bank);
            hosts.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(30, hosts.Mailer.Sent.Count);
        Assert.Equal(30, hosts.Mailer.Sent.Select(mail => mail.To.Address).Distinct().Count());
    }

    [Theory]
    [InlineData(5), InlineData(-5)]
    public async Task Claims_OfALivingInstance_AreLeftToIt(int minutes)
    {
        await using var hosts = new TwoHosts(TimeSpan.FromMinutes(minutes));
        var bank = await hosts.OpenAsync(customers: 20);
        await hosts.A.Get<StartWeek>().RunAsync(bank.Id, "");
        var (waits, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        hosts.Mailer.Hold = _ =>
        {
            waits.TrySetResult();
            return goOn.Task;
        };
        var first = TwoHosts.TakeTurnsAsync(hosts.A, bank);
        await waits.Task;

        var second = await TwoHosts.TakeTurnsAsync(hosts.B, bank);
        goOn.SetResult();
        await first;

        Assert.NotNull(second.LookAgainAt);
        Assert.Equal((20, 20), (hosts.Mailer.Sent.Count, hosts.Mailer.HandedOver));
    }

    [Theory]
    [InlineData(5), InlineData(-5)]
    public async Task Quarantine_ClaimedOnOne_HoldsOnTheOther(int minutes)
    {
        await using var hosts = new TwoHosts(TimeSpan.FromMinutes(minutes));
        var bank = await hosts.OpenAsync(customers: 1);
        await hosts.A.Get<StartWeek>().RunAsync(bank.Id, "");
        await TwoHosts.TakeTurnsAsync(hosts.A, bank);
        await bank.AddWaitingAsync(2, customerNumber: $"{1:D10}", email: "kunde1@kunde.example");
        await hosts.B.Get<StartWeek>().RunAsync(bank.Id, "");

        await TwoHosts.TakeTurnsAsync(hosts.B, bank);

        Assert.Single(hosts.Mailer.Sent);
    }

    [Theory]
    [InlineData(5), InlineData(-5)]
    public async Task Session_GivenByOne_IsGoodAtTheOther_AndEndsAtBoth(int minutes)
    {
        await using var hosts = new TwoHosts(TimeSpan.FromMinutes(minutes));
        var bank = await hosts.OpenAsync(customers: 0);
        var onA = await hosts.A.SignedInAsync(bank.Id, Romy, Role.SalesManagement);
        using var onB = hosts.B.Client();
        using var signedIn = await hosts.A.Client().PostAsJsonAsync("/api/session", new { institute = bank.Id.ToString(), userName = Romy, password = GatewayApplication.Password });
        onB.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        Assert.Equal(HttpStatusCode.OK, (await onB.GetAsync("/api/session")).StatusCode);
        for (var hour = 0; hour < 12; hour++)
        {
            hosts.Advance(TimeSpan.FromHours(1));
            _ = await onA.GetAsync("/api/session");
        }

        hosts.Advance(TimeSpan.FromMinutes(Math.Abs(minutes)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await onA.GetAsync("/api/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await onB.GetAsync("/api/session")).StatusCode);
    }

    [Theory]
    [InlineData(5), InlineData(-5)]
    public async Task LockOut_CountedOnOne_NeverGivesMoreTriesThanTheClocksDiffer(int minutes)
    {
        await using var hosts = new TwoHosts(TimeSpan.FromMinutes(minutes));
        var bank = await hosts.OpenAsync(customers: 0);
        await hosts.A.AddUserAsync(bank.Id, Romy, Role.SalesManagement);
        for (var n = 0; n < 40; n++)
        {
            var host = n % 2 == 0 ? hosts.A : hosts.B;
            using var answer = await host.Client().PostAsJsonAsync("/api/session", new { institute = bank.Id.ToString(), userName = Romy, password = "falsch falsch falsch" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        // Free tries, and those that a clock ahead takes for allowed: 1, 2 and 4 minutes are over five minutes later.
        var failures = (await hosts.A.Get<UserRecords>().Failures.ReadAsync(UserRecords.Partition(bank.Id), UserRecords.Row(Romy)))!.Value;
        Assert.InRange(failures.Count, LockOut.FreeTries, LockOut.FreeTries + 3);
        Assert.NotNull(failures.LockedUntil);
    }

    [Theory]
    [InlineData(5), InlineData(-5)]
    public async Task StartDue_OneIsEarly_TheWeekStartsOnce(int minutes)
    {
        await using var hosts = new TwoHosts(TimeSpan.FromMinutes(minutes));
        var bank = await hosts.OpenAsync(customers: 5);
        for (var tick = 0; tick < 12; tick++)
        {
            foreach (var host in new[] { hosts.A, hosts.B })
            {
                await host.Function<WeeklyCycle>().StartDue(new(), hosts.Durable, CancellationToken.None);
                await TwoHosts.TakeTurnsAsync(host, bank);
            }

            hosts.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal((5, 5), (hosts.Mailer.Sent.Count, hosts.Mailer.HandedOver));
        Assert.Single((await new CycleRecords(hosts.Store).Cycles.ReadAsync(CycleRecords.Partition(bank.Id), $"{bank.Week}|beratung"))!.Value.Waves);
    }
}
