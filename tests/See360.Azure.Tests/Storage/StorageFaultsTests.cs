using See360.Azure.Storage;
using See360.Azure.Tests.Hosting;
using See360.Core.Cycles;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Testing;

namespace See360.Azure.Tests.Storage;

/// <summary>Storage that throttles, breaks off, or is not there: nothing is lost and nothing done twice.</summary>
[Collection(OnAzurite.Name)]
public sealed class StorageFaultsTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task Writes_RefusedAndWithLostAnswers_AreEachDoneOnce(int seed)
    {
        var (store, way) = Store(seed, refused: 0.2, lost: 0.2);
        var counters = new Table<Counter>(store, "counters");

        await CountAsync(counters, 40);

        Assert.Equal(40, (await counters.ReadAsync("p", "r"))!.Value.Count);
        Assert.True(way is { Refused: > 0, Lost: > 0 });
    }

    /// <summary>Who has lost the answer, and finds somebody else's change on top of its own, can't tell and does it again: a count may
    /// be too high then, and is never too low. What must not happen twice is claimed under a name.</summary>
    [Fact]
    public async Task Writes_OfSeveralAtOnce_AreNeverLost()
    {
        var (store, way) = Store(seed: 4, refused: 0.2, lost: 0.2);
        var counters = new Table<Counter>(store, "counters");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CountAsync(counters, 10)));

        Assert.InRange((await counters.ReadAsync("p", "r"))!.Value.Count, 40, 40 + way.Lost);
    }

    [Fact]
    public async Task Batches_WithLostAnswers_AreInsertedOnce()
    {
        var (store, _) = Store(seed: 7, refused: 0.1, lost: 0.15);
        var counters = new Table<Counter>(store, "counters");
        for (var n = 0; n < 20; n++)
        {
            var result = await counters.WriteAsync("p", [Table<Counter>.Insert($"{n:D2}a", new Counter(n)), Table<Counter>.Insert($"{n:D2}b", new Counter(n))]);
            Assert.True(result.Written);
        }

        Assert.Equal(40, (await counters.ListAsync("p")).Count);
    }

    [Fact]
    public async Task Store_NotThereAtAll_SaysSoAndHasWrittenNothing_AndIsGoodAgainAfterwards()
    {
        var (store, way) = Store(seed: 1, refused: 0, lost: 0);
        var counters = new Table<Counter>(store, "counters");
        await counters.InsertAsync("p", "r", new Counter(1));
        way.IsDown = true;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => counters.ReadAsync("p", "r"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => counters.UpdateAsync("p", "r", _ => new Counter(2)));

        way.IsDown = false;
        Assert.Equal(1, (await counters.ReadAsync("p", "r"))!.Value.Count);
    }

    [Fact]
    public async Task Week_OnAStoreThatThrottlesAndLosesAnswers_SendsEveryMailOnce()
    {
        var (store, way) = Store(seed: 5, refused: 0.15, lost: 0.1);
        var mailer = new RecordingMailer();
        await using var host = new GatewayApplication(store, mailer: mailer);
        var bank = await new TestBank(store, host.Clock).OpenAsync();
        await bank.AddSurveyAsync();
        await bank.AddAdvisorAsync();
        for (var n = 1; n <= 8; n++)
        {
            await bank.AddWaitingAsync(n);
        }

        await host.Get<StartWeek>().RunAsync(bank.Id, "");
        await UntilItSucceedsAsync(() => TwoHosts.TakeTurnsAsync(host, bank));

        Assert.Equal(8, mailer.Sent.Select(mail => mail.To.Address).Distinct().Count());
        Assert.Equal((8, 8), (mailer.Sent.Count, mailer.HandedOver));
        Assert.True(way is { Refused: > 0, Lost: > 0 });

        // As the orchestration does after its pause; its claims are its own by then, or their lease is over.
        async Task UntilItSucceedsAsync(Func<Task<Turn>> turns)
        {
            for (var tries = 0; tries < 12; tries++)
            {
                try
                {
                    if ((await turns()).LookAgainAt is not { } at || at - host.Clock.GetUtcNow() > TimeSpan.FromHours(1))
                    {
                        return;
                    }
                }
                catch (StorageUnavailableException)
                {
                    // The activity has failed.
                }

                host.Clock.Advance(CycleWorker.Lease + TimeSpan.FromMinutes(1));
            }
        }
    }

    [Fact]
    public async Task Request_WhileTheStoreIsDown_IsRefusedWithAText_AndHealthNamesTheStore()
    {
        var (store, way) = Store(seed: 1, refused: 0, lost: 0);
        await using var host = new GatewayApplication(store);
        var customer = await InvitedCustomer.InAsync(store, host.Clock);
        way.IsDown = true;
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        using var answer = await host.Client().GetAsync($"/api/survey/{host.Get<SurveyTokens>().Create(1, customer.Customer)}");
        using var health = await host.Client().GetAsync("/api/health");

        Assert.Equal((503, 503), ((int)answer.StatusCode, (int)health.StatusCode));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"records\"", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task CountAsync(Table<Counter> counters, int times)
    {
        for (var n = 0; n < times; n++)
        {
            await counters.UpdateAsync("p", "r", counter => new Counter((counter?.Count ?? 0) + 1));
        }
    }

    private static (TableRecordStore Store, FaultyTransport Way) Store(int seed, double refused, double lost)
    {
        var way = new FaultyTransport(seed, refused, lost);
        return (new TableRecordStore(way.Tables(), new StorageAttempts(new WithoutPauses(), most: 40), "t" + Guid.NewGuid().ToString("N")[..12]), way);
    }

    private sealed record Counter(int Count);
}
