using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Azure.Cycles;
using See360.Core;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Results.Tables;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Functions;
using See360.Testing;

namespace See360.Azure.Tests.Hosting;

/// <summary>What one instance has done holds in another one, at once or within the bound of docs/operations.md.</summary>
public sealed class TwoHostsTests : IAsyncDisposable
{
    private const string Romy = "romy@musterstadt.example";
    private const string Jana = "jana@musterstadt.example";
    private static readonly TimeSpan s_sessionsRemembered = TimeSpan.FromSeconds(10);

    private readonly TwoHosts _hosts = new();

    public ValueTask DisposeAsync() => _hosts.DisposeAsync();

    [Fact]
    public async Task Lock_OnOne_EndsTheSessionOnTheOtherWithinTenSeconds_AndItDoesNotComeBack()
    {
        var bank = await _hosts.OpenAsync(customers: 0);
        var romy = await _hosts.A.SignedInAsync(bank.Id, Romy, Role.SalesManagement);
        var jana = await _hosts.B.SignedInAsync(bank.Id, Jana, Role.Advisor);
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(jana));

        (await romy.PostAsJsonAsync("/api/users/lock", new { userName = Jana })).EnsureSuccessStatusCode();

        _hosts.Advance(s_sessionsRemembered);
        for (var second = 0; second < 30; second++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await SessionAsync(jana));
            _hosts.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(_hosts.B, bank, Jana, GatewayApplication.Password));
    }

    [Fact]
    public async Task SignOutAndNewPassword_OnOne_EndOnTheOtherWithinTenSeconds()
    {
        var bank = await _hosts.OpenAsync(customers: 0);
        var onA = await _hosts.A.SignedInAsync(bank.Id, Romy, Role.SalesManagement);
        var cookie = onA.DefaultRequestHeaders.GetValues("X-See360-Csrf").Single();
        var onB = await _hosts.B.SignedInAsync(bank.Id, Romy, Role.SalesManagement);
        Assert.Equal(HttpStatusCode.OK, await SessionAsync(onB));

        using var changed = await onA.PutAsJsonAsync("/api/session/password", new { password = GatewayApplication.Password, newPassword = "Regenschirm Gabel Tuba" });
        changed.EnsureSuccessStatusCode();
        _hosts.Advance(s_sessionsRemembered);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await SessionAsync(onA), await SessionAsync(onB)));
        Assert.NotEqual(cookie, (await changed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("csrf").GetString());
    }

    [Fact]
    public async Task SignIn_WrongPasswordsOnBoth_AreCountedTogether()
    {
        var bank = await _hosts.OpenAsync(customers: 0);
        await _hosts.A.AddUserAsync(bank.Id, Romy, Role.SalesManagement);
        for (var n = 0; n < LockOut.FreeTries; n++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(n % 2 == 0 ? _hosts.A : _hosts.B, bank, Romy, "falsch falsch falsch"));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(_hosts.A, bank, Romy, GatewayApplication.Password));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(_hosts.B, bank, Romy, GatewayApplication.Password));
        _hosts.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(_hosts.B, bank, Romy, GatewayApplication.Password));
    }

    [Theory]
    [InlineData("/api/results/own"), InlineData("/api/return"), InlineData("/api/week")]
    public async Task Answer_GivenOnOne_IsInTheResultsOfTheOtherWithinSeconds_AndItsTagDoesNotLie(string path)
    {
        var bank = await new ResultsBank(_hosts.Store, _hosts.A.Clock).OpenAsync();
        var cycle = await bank.CycleAsync(await bank.SurveyAsync(), IsoWeek.Parse("2026-W46"));
        var customer = await bank.InviteAsync(cycle);
        var (onA, onB) = (await _hosts.A.SignedInAsync(bank.Id, ResultsBank.Jana, Role.Advisor, Role.SalesManagement),
            await _hosts.B.SignedInAsync(bank.Id, ResultsBank.Jana, Role.Advisor, Role.SalesManagement));
        var before = await GetAsync(onB, path);
        Assert.Equal(before.Tag, (await GetAsync(onA, path)).Tag);
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(onB, path, before.Tag)).Status);

        using var completed = await _hosts.A.Client().PostAsJsonAsync(
            $"/api/survey/{_hosts.A.Get<SurveyTokens>().Create(7, customer)}/complete", new { revision = 0, language = "de", answers = new { nps = new { score = 10 } } });
        completed.EnsureSuccessStatusCode();
        var fresh = await GetAsync(onA, path, before.Tag);
        _hosts.Advance(ResultTables.LedgersAfter);
        var after = await GetAsync(onB, path, before.Tag);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (fresh.Status, after.Status));
        Assert.Equal(fresh.Tag, after.Tag);
        Assert.Equal(fresh.Body, after.Body);
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(onB, path, fresh.Tag)).Status);
    }

    [Fact]
    public async Task Answers_OfOneCustomerOverBoth_AreOneSheet()
    {
        var customer = await InvitedCustomer.InAsync(_hosts.Store, _hosts.A.Clock);
        var token = _hosts.A.Get<SurveyTokens>().Create(1, customer.Customer);

        var first = await SaveAsync(_hosts.A, new { revision = 0, language = "de", answers = new { quality = new { score = 4 } } });
        var second = await SaveAsync(_hosts.B, new { revision = 1, language = "de", answers = new { quality = new { score = 4 }, nps = new { score = 9 } } });
        var late = await SaveAsync(_hosts.A, new { revision = 1, language = "de", answers = new { quality = new { score = 2 } } });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (first, second, late));
        var stored = (await customer.StoredAsync())!;
        Assert.Equal((2, 9), (stored.Answers["quality"].Score, stored.Answers["nps"].Score));

        async Task<HttpStatusCode> SaveAsync(GatewayApplication host, object body)
        {
            using var answer = await host.Client().PutAsJsonAsync($"/api/survey/{token}/answers", body);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Objection_OnOne_StopsTheMailsOfTheOther_AlsoOneThatWaitsAtTheCarrier()
    {
        var bank = await _hosts.OpenAsync(customers: 3);
        await _hosts.A.Get<StartWeek>().RunAsync(bank.Id, "");
        var tokens = _hosts.A.Get<SurveyTokens>();
        await ObjectAsync(1);
        _hosts.Mailer.Hold = mail => mail.To.Address == "kunde2@kunde.example" ? ObjectAsync(2) : Task.CompletedTask;

        await TwoHosts.TakeTurnsAsync(_hosts.B, bank);

        Assert.Equal(["kunde3@kunde.example"], _hosts.Mailer.Sent.Select(mail => mail.To.Address));

        async Task ObjectAsync(int n)
        {
            using var answer = await _hosts.A.Client().PostAsync(
                $"/api/unsubscribe/{tokens.Create(1, new ParticipantId(new BatchId(bank.Week, BatchKind.Import, 1), n))}",
                new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
            answer.EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task StartDue_OnBothAtOnce_AgainAndAgain_IsOneWaveAndOneMailEach()
    {
        var bank = await _hosts.OpenAsync(customers: 60);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            (n % 2 == 0 ? _hosts.A : _hosts.B).Function<WeeklyCycle>().StartDue(new(), _hosts.Durable, CancellationToken.None))));
        await Task.WhenAll(TwoHosts.TakeTurnsAsync(_hosts.A, bank), TwoHosts.TakeTurnsAsync(_hosts.B, bank));
        await TwoHosts.TakeTurnsAsync(_hosts.A, bank);

        var cycle = (await new CycleRecords(_hosts.Store).Cycles.ReadAsync(CycleRecords.Partition(bank.Id), $"{bank.Week}|beratung"))!.Value;
        Assert.Single(cycle.Waves);
        Assert.Single(_hosts.Durable.Asked, asked => asked.StartsWith("start", StringComparison.Ordinal));
        Assert.Equal(60, _hosts.Mailer.Sent.Count);
        Assert.Equal(60, _hosts.Mailer.HandedOver);
    }

    [Fact]
    public async Task HourlyLook_OnBothAtOnce_StartsALostOrchestrationOnce()
    {
        var bank = await _hosts.OpenAsync(customers: 1);
        await _hosts.A.Get<StartWeek>().RunAsync(bank.Id, "");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() =>
            (n % 2 == 0 ? _hosts.A : _hosts.B).Get<CycleStarter>().HealAsync(_hosts.Durable, CancellationToken.None))));

        // Who comes second finds it running and, as long as it has not invited, due: to be woken once more does no harm.
        Assert.Equal([$"start RunCycle {bank.Id}|{bank.Week}|beratung"], _hosts.Durable.Asked.Where(asked => asked.StartsWith("start", StringComparison.Ordinal)));
    }

    private static async Task<HttpStatusCode> SessionAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/api/session");
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> SignInAsync(GatewayApplication host, TestBank bank, string userName, string password)
    {
        using var answer = await host.Client().PostAsJsonAsync("/api/session", new { institute = bank.Id.ToString(), userName, password });
        return answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Tag, string Body)> GetAsync(HttpClient client, string path, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(known));
        }

        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.ETag!.ToString(), await answer.Content.ReadAsStringAsync());
    }
}
