using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Users;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class WeekApiTests : IAsyncLifetime
{
    private readonly See360Application _application = new();
    private TestBank _bank = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _bank = await new TestBank(_application.Records, _application.Clock).OpenAsync();
        await _bank.AddSurveyAsync(asksSelfImage: true);
        await _bank.AddAdvisorAsync();
        _client = await _application.SignedInAs(_bank.Id.ToString(), "vm@sparkasse-musterstadt.example", Role.SalesManagement);
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/week")]
    [InlineData("POST", "/api/week/send")]
    [InlineData("POST", "/api/week/resume")]
    public Task Endpoint_WithoutSessionOrWithTheWrongRole_IsClosed(string method, string path) =>
        Guarded.AssertGuardedAsync(_application, new HttpMethod(method), path, Role.SalesManagement);

    [Fact]
    public async Task Read_TwoWaitForOneAdvisor_SaysWhatWouldLeave()
    {
        await _bank.AddWaitingAsync(1);
        await _bank.AddWaitingAsync(2);

        var week = await WeekAsync(_client);

        Assert.Equal("2026-W46", week.GetProperty("week").GetString());
        Assert.Equal(2, week.GetProperty("sendable").GetProperty("invitations").GetInt32());
        Assert.Equal(1, week.GetProperty("sendable").GetProperty("selfImages").GetInt32());
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 7, 0, 0, TimeSpan.Zero), week.GetProperty("automaticAt").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, week.GetProperty("running").ValueKind);
    }

    [Fact]
    public async Task Read_OfAnotherBank_ShowsNothingOfThisOne()
    {
        await _bank.AddWaitingAsync(1);
        var other = await _application.SignedInAs("nachbarstadt", "vm@nachbarstadt.example", Role.SalesManagement);

        var week = await WeekAsync(other);

        Assert.Equal(0, week.GetProperty("sendable").GetProperty("invitations").GetInt32());
        Assert.Equal(0, week.GetProperty("imports").GetArrayLength());
    }

    [Fact]
    public async Task Read_NothingHasChanged_Is304AndWritesNothing()
    {
        var first = await _client.GetAsync("/api/week");
        var writes = _application.Records.Writes;
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/week");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
        Assert.Equal(writes, _application.Records.Writes);

        await _bank.AddWaitingAsync(1);
        var changed = new HttpRequestMessage(HttpMethod.Get, "/api/week");
        changed.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task Send_PressedTwice_OpensOneWaveAndTheMailsLeaveOnce()
    {
        await _bank.AddWaitingAsync(1);

        Assert.Equal(HttpStatusCode.Accepted, (await _client.PostAsJsonAsync("/api/week/send", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await _client.PostAsJsonAsync("/api/week/send", new { })).StatusCode);
        Assert.Equal(1, (await WeekAsync(_client)).GetProperty("running").GetProperty("queued").GetInt32());
        await RunAsync();

        Assert.Single(_application.Mailer.Sent, mail => mail.To.Address == "kunde1@kunde.example");
        Assert.Equal(1, (await WeekAsync(_client)).GetProperty("sent").GetProperty("invitations").GetInt32());
    }

    [Fact]
    public async Task Read_AMailHasJustLeft_ProgressAndWeekCountTheSame()
    {
        var first = await _bank.AddWaitingAsync(1);
        await _bank.AddWaitingAsync(2);
        await _client.PostAsJsonAsync("/api/week/send", new { });
        var cycles = _application.Get<CycleRecords>();
        var cycle = (await CycleAsync())!;
        var now = _application.Clock.GetUtcNow();
        await cycles.Sends.InsertAsync(
            CycleRecords.SendPartition(_bank.Id, cycle.Id), CycleRecords.SendRow(SendKind.Invitation, first.Id),
            new Send(SendKind.Invitation, first.Id, "mail-1", cycle.Waves[^1].Number, first.Advisor, SendState.Sent, now, now));

        var week = await WeekAsync(_client);

        Assert.Equal(1, week.GetProperty("sent").GetProperty("invitations").GetInt32());
        Assert.Equal(1, week.GetProperty("running").GetProperty("sent").GetInt32());
        Assert.Equal(2, week.GetProperty("running").GetProperty("queued").GetInt32());
    }

    [Fact]
    public async Task Send_OfAnotherBank_LeavesThisOneAlone()
    {
        await _bank.AddWaitingAsync(1);
        var other = await _application.SignedInAs("nachbarstadt", "vm@nachbarstadt.example", Role.SalesManagement);

        await other.PostAsJsonAsync("/api/week/send", new { });

        Assert.Null(await CycleAsync());
    }

    [Fact]
    public async Task Send_ConceptNotAgreed_IsRefusedInTheReadersLanguage()
    {
        await _bank.AddWaitingAsync(1);
        await _bank.Institutes.Institutes.UpdateAsync(InstituteRecords.Partition, _bank.Id.ToString(), i => i! with { ConceptAgreed = null });

        var refused = await _client.PostAsJsonAsync("/api/week/send", new { });
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("concept-not-agreed", problem.GetProperty("code").GetString());
        Assert.Contains("Mitarbeitervertretung", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("concept-not-agreed", (await WeekAsync(_client)).GetProperty("locks")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Resume_AfterTheBounceRuleHasStopped_GoesOn()
    {
        await _bank.AddWaitingAsync(1);
        await _client.PostAsJsonAsync("/api/week/send", new { });
        var cycles = _application.Get<CycleRecords>();
        var id = new CycleId(_bank.Week, SurveyId.Parse("beratung"));
        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(_bank.Id), id.ToString(),
            c => c! with { PausedAt = _application.Clock.GetUtcNow(), PauseReason = "bounces" });

        var paused = (await WeekAsync(_client)).GetProperty("pausedText").GetString();
        await _client.PostAsJsonAsync("/api/week/resume", new { });
        await RunAsync();

        Assert.Contains("10 %", paused, StringComparison.Ordinal);
        Assert.Single(_application.Mailer.Sent, mail => mail.To.Address == "kunde1@kunde.example");
    }

    [Fact]
    public async Task Read_TheLastMailsOfAWaveHavePausedIt_OffersToResumeAndThenItsRemindersLeave()
    {
        for (var n = 1; n <= 20; n++)
        {
            await _bank.AddWaitingAsync(n);
        }

        _application.Mailer.Answer = mail => mail.To.Address.EndsWith("0@kunde.example", StringComparison.Ordinal) ? new MailOutcome.Refused("550", "", true) : null;
        await _client.PostAsJsonAsync("/api/week/send", new { });
        await RunAsync();

        Assert.Contains("angehalten", await PausedTextAsync(), StringComparison.Ordinal);
        _application.Mailer.Answer = _ => null;
        await _client.PostAsJsonAsync("/api/week/resume", new { });
        await RunAsync();
        Assert.Null(await PausedTextAsync());
        var (before, cycle) = (_application.Mailer.Sent.Count(IsToACustomer), (await CycleAsync())!.Id);
        _application.Clock.Advance(TimeSpan.FromDays(7));
        await _application.Get<CycleLoop>().RunAsync(_bank.Id, cycle, CycleWorker.Alone());
        Assert.Equal(18, _application.Mailer.Sent.Count(IsToACustomer) - before);

        static bool IsToACustomer(MailMessage mail) => mail.To.Address.EndsWith("@kunde.example", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task Read_PausedWithNothingLeftToInvite_OffersToResumeForAsLongAsItIsPaused(int weeksLater)
    {
        var cycles = _application.Get<CycleRecords>();
        var now = _application.Clock.GetUtcNow();
        var id = new CycleId(_bank.Week, SurveyId.Parse("beratung"));
        await cycles.Cycles.InsertAsync(CycleRecords.Partition(_bank.Id), id.ToString(),
            new Cycle(id, now, [new Wave(1, now, "vm", InvitedAt: now, Sent: 18, Bounced: 2)], PausedAt: now, PauseReason: BounceRule.Reason));
        _application.Clock.Advance(TimeSpan.FromDays(7 * weeksLater));
        _client = await _application.SignedInAs(_bank.Id.ToString(), "vm@sparkasse-musterstadt.example", Role.SalesManagement);

        var week = await WeekAsync(_client);

        Assert.Equal(JsonValueKind.Null, week.GetProperty("running").ValueKind);
        Assert.Contains("10 %", week.GetProperty("pausedText").GetString(), StringComparison.Ordinal);
        Assert.Contains(week.GetProperty("todo").EnumerateArray(), t => t.GetProperty("kind").GetString() == "paused");
        await _client.PostAsJsonAsync("/api/week/resume", new { });
        Assert.Null((await cycles.Cycles.ReadAsync(CycleRecords.Partition(_bank.Id), id.ToString()))!.Value.PausedAt);
        Assert.Null(await PausedTextAsync());
    }

    [Fact]
    public async Task Read_TheServerTakesNothing_SaysHowManyWhyAndWhenTheyAreTriedAgain()
    {
        await _bank.AddWaitingAsync(1);
        await _bank.AddWaitingAsync(2);
        _application.Mailer.Answer = mail => mail.To.Address.EndsWith("@kunde.example", StringComparison.Ordinal) ? new MailOutcome.Deferred("451", "try later") : null;
        await _client.PostAsJsonAsync("/api/week/send", new { });
        await RunAsync();

        var deferred = Assert.Single((await WeekAsync(_client)).GetProperty("deferred").EnumerateArray());

        Assert.Equal(2, deferred.GetProperty("count").GetInt32());
        Assert.Contains("Mailserver", deferred.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(_application.Clock.GetUtcNow().AddMinutes(5), deferred.GetProperty("nextTryAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Read_TheOutboxIsFull_SaysThatTheDiskIsToBeLookedAfter()
    {
        await _bank.AddWaitingAsync(1);
        _application.Mailer.Answer = _ => new MailOutcome.Deferred(MailOutcome.Deferred.OutboxUnavailable, "");
        await _client.PostAsJsonAsync("/api/week/send", new { });
        await RunAsync();

        var deferred = Assert.Single((await WeekAsync(_client)).GetProperty("deferred").EnumerateArray());

        Assert.Equal("outbox-unavailable", deferred.GetProperty("code").GetString());
        Assert.Contains("Datenträger", deferred.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_MailsOfAPausedCycleAreDeferred_NamesNoTime()
    {
        await _bank.AddWaitingAsync(1);
        _application.Mailer.Answer = _ => new MailOutcome.Deferred("451", "");
        await _client.PostAsJsonAsync("/api/week/send", new { });
        await RunAsync();
        await _application.Get<CycleRecords>().Cycles.UpdateAsync(
            CycleRecords.Partition(_bank.Id), (await CycleAsync())!.Id.ToString(), c => c! with { PausedAt = _application.Clock.GetUtcNow(), PauseReason = "bounces" });

        var deferred = Assert.Single((await WeekAsync(_client)).GetProperty("deferred").EnumerateArray());

        Assert.Equal(JsonValueKind.Null, deferred.GetProperty("nextTryAt").ValueKind);
    }

    [Fact]
    public async Task Read_ApprovalOfASurveyWithdrawn_NamesItAsALockAndAsSomethingToDo()
    {
        await _bank.AddWaitingAsync(1);
        await _application.Get<WithdrawApproval>().RunAsync(_bank.Id, SurveyId.Parse("beratung"), "", "romy");

        var week = await WeekAsync(_client);

        Assert.Contains("Freigabe zurückgezogen: ", week.GetProperty("locks")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var todo = Assert.Single(week.GetProperty("todo").EnumerateArray(), t => t.GetProperty("kind").GetString() == "approvalWithdrawn");
        Assert.Equal(1, todo.GetProperty("names").GetArrayLength());
    }

    [Theory]
    [InlineData(true, "Approval withdrawn: Advice.")]
    [InlineData(false, "Not approved yet: Advice.")]
    public async Task Read_InEnglish_NamesSurveysInEnglish(bool withdrawn, string expected)
    {
        await _bank.AddWaitingAsync(1);
        if (withdrawn)
        {
            await _application.Get<WithdrawApproval>().RunAsync(_bank.Id, SurveyId.Parse("beratung"), "", "romy");
        }
        else
        {
            await _bank.Surveys.Surveys.UpdateAsync(SurveyRecords.Partition(_bank.Id), "beratung", s => s! with { ApprovedAt = null, ApprovedBy = null });
        }

        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var week = await WeekAsync(_client);

        Assert.Contains(expected, week.GetProperty("locks")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.All(
            week.GetProperty("todo").EnumerateArray().Where(t => t.GetProperty("names").ValueKind == JsonValueKind.Array),
            t => Assert.Equal("Advice", Assert.Single(t.GetProperty("names").EnumerateArray()).GetString()));
    }

    private async Task<string?> PausedTextAsync() => (await WeekAsync(_client)).GetProperty("pausedText").GetString();

    private static async Task<JsonElement> WeekAsync(HttpClient client) => await client.GetFromJsonAsync<JsonElement>("/api/week");

    private async Task<Cycle?> CycleAsync() => (await _application.Get<CycleRecords>().Cycles.ReadAsync(
        CycleRecords.Partition(_bank.Id), new CycleId(_bank.Week, SurveyId.Parse("beratung")).ToString()))?.Value;

    private Task RunAsync() => _application.Get<CycleLoop>().RunAsync(_bank.Id, new CycleId(_bank.Week, SurveyId.Parse("beratung")), CycleWorker.Alone());
}
