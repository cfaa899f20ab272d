using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Users;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class ParticipantsApiTests : IAsyncLifetime
{
    private static readonly InstituteId Bank = InvitedCustomer.Bank;
    private static readonly BatchId First = new(new IsoWeek(2026, 46), BatchKind.Import, 1);

    private readonly See360Application _application = new();
    private InvitedCustomer _scene = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _scene = await InvitedCustomer.InAsync(_application.Records, _application.Clock);
        await ImportAsync(First, ImportState.Confirmed);
        _client = await _application.SignedInAs(Bank.ToString(), "vm@musterstadt.example", Role.SalesManagement);
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task List_OfAWeek_ShowsItsParticipantsInTheOrderOfTheFile()
    {
        await AddAsync(2, p => p with { LastName = "Zwei", State = ParticipantState.Invalid, Reason = "email-missing", Cycle = null, InvitedAt = null });

        var items = await ItemsAsync("?week=2026-W46");

        Assert.Equal(["Frau Erika Muster", "Frau Erika Zwei"], items.Select(i => i.GetProperty("name").GetString()));
        Assert.Equal("open", items[0].GetProperty("answer").GetString());
        Assert.Equal(JsonValueKind.Null, items[1].GetProperty("answer").ValueKind);
        Assert.Equal("Jana Berg", items[0].GetProperty("advisorName").GetString());
        Assert.Contains("E-Mail-Adresse", items[1].GetProperty("reasonText").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-W46", items[0].GetProperty("week").GetString());
    }

    [Theory]
    [InlineData("?state=invalid", "Zwei")]
    [InlineData("?state=Invited", "Muster")]
    [InlineData("?state=answered", null)]
    [InlineData("?state=callback", null)]
    [InlineData("?week=2026-W45", null)]
    [InlineData("?week=&state=&state=", "Muster,Zwei")]
    public async Task List_Filtered_ShowsWhoFits(string query, string? expected)
    {
        await AddAsync(2, p => p with { LastName = "Zwei", State = ParticipantState.Invalid, Reason = "email-missing", Cycle = null, InvitedAt = null });
        if (query.EndsWith("&state=", StringComparison.Ordinal))
        {
            query = "?week=&state=";
        }

        var names = (await ItemsAsync(query)).Select(i => i.GetProperty("name").GetString()!.Split(' ')[^1]);

        Assert.Equal(expected ?? "", string.Join(',', names));
    }

    [Theory]
    [InlineData("erika zwei", "Zwei")]
    [InlineData(" KUNDE1@post ", "Muster")]
    [InlineData("Müller & Söhne", "Müller")]
    [InlineData("nobody", null)]
    [InlineData("%", null)]
    [InlineData("berg zwei", "Zwei")]
    [InlineData("Jana.Berg@Musterstadt", "Muster,Zwei,Müller")]
    [InlineData("musterstadt", null)]
    public async Task List_Searched_ShowsWhoFits(string words, string? expected)
    {
        await AddAsync(2, p => p with { LastName = "Zwei" });
        await AddAsync(3, p => p with { FirstName = "Müller & Söhne", LastName = "Müller" });
        _client.DefaultRequestHeaders.Add("X-See360-Search", Uri.EscapeDataString(words));

        var names = (await ItemsAsync("")).Select(i => i.GetProperty("name").GetString()!.Split(' ')[^1]);

        Assert.Equal(expected ?? "", string.Join(',', names));
    }

    [Fact]
    public async Task List_SearchedWithTooManyCharacters_Is400WithTheField()
    {
        _client.DefaultRequestHeaders.Add("X-See360-Search", new string('x', 201));

        using var answer = await _client.GetAsync("/api/participants");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("200 Zeichen", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?week=46")]
    [InlineData("?state=3")]
    [InlineData("?state=bogus")]
    [InlineData("?state=ready,invited")]
    [InlineData("?state=-1")]
    [InlineData("?after=1")]
    public async Task List_UnknownFilter_Is400WithTheField(string query)
    {
        using var answer = await _client.GetAsync("/api/participants" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(JsonValueKind.Object, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").ValueKind);
    }

    [Fact]
    public async Task List_MoreThanAPart_GoesOnWhereItEnded()
    {
        for (var n = 2; n <= 120; n++)
        {
            await AddAsync(n);
        }

        await ImportAsync(First with { Number = 2 }, ImportState.Confirmed);
        await _scene.InviteAsync(new ParticipantId(First with { Number = 2 }, 1));
        var seen = new List<string>();
        string? after = "";
        for (var parts = 0; after is not null && parts < 10; parts++)
        {
            var part = await _client.GetFromJsonAsync<JsonElement>($"/api/participants?after={after}");
            seen.AddRange(part.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            after = part.GetProperty("next").GetString();
        }

        Assert.Equal(121, seen.Count);
        Assert.Equal(121, seen.Distinct().Count());
        Assert.Equal("2026-W46-i0002-0000001", seen[0]);
    }

    [Fact]
    public async Task List_Preview_IsNotShown()
    {
        await ImportAsync(First with { Number = 2 }, ImportState.Preview);
        await _scene.InviteAsync(new ParticipantId(First with { Number = 2 }, 1));

        Assert.Single(await ItemsAsync(""));
        using var answer = await _client.GetAsync("/api/participants/2026-W46-i0002-0000001");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Show_ExistingCustomerAttested_NamesThePerson()
    {
        await _application.Get<ParticipantRecords>().Participants.UpdateAsync(
            ParticipantRecords.Partition(Bank, First), _scene.Customer.Row,
            p => p! with { LegalBasis = new LegalBasis(LegalBasisKind.ExistingCustomer, InvitedCustomer.AdvisorName, new DateOnly(2026, 11, 9)) });

        Assert.Equal("Jana Berg", (await ShowAsync()).GetProperty("legalBasis").GetProperty("evidence").GetString());
    }

    [Fact]
    public async Task Show_MailIsDeferred_SaysSoAndWhenItIsTriedAgain()
    {
        var at = _application.Clock.GetUtcNow();
        await SendAsync(SendKind.Invitation, SendState.Deferred, at, s => s with { Reason = "deferred", NextTryAt = at.AddMinutes(5) });

        var contact = Assert.Single((await ShowAsync()).GetProperty("contacts").EnumerateArray());

        Assert.Equal("deferred", contact.GetProperty("state").GetString());
        Assert.Contains("erneut versucht", contact.GetProperty("reasonText").GetString(), StringComparison.Ordinal);
        Assert.Equal(at.AddMinutes(5), contact.GetProperty("nextTryAt").GetDateTimeOffset());
    }

    [Theory]
    [InlineData(SendState.Failed, "refused")]
    [InlineData(SendState.Failed, "undeliverable")]
    [InlineData(SendState.Failed, "deferred-too-long")]
    [InlineData(SendState.Deferred, "deferred")]
    [InlineData(SendState.Sent, "unclear")]
    public async Task Show_TheServerHasNotPlainlyTakenAMail_TellsWhatItSaid(SendState state, string reason)
    {
        await SendAsync(SendKind.Invitation, state, _application.Clock.GetUtcNow(), s => s with { Reason = reason, Detail = "5.7.1 550 rejected <by policy>" });

        var contact = Assert.Single((await ShowAsync()).GetProperty("contacts").EnumerateArray());

        Assert.Equal("5.7.1 550 rejected <by policy>", contact.GetProperty("carrierMessage").GetString());
    }

    [Theory]
    [InlineData(SendState.Sent, "")]
    [InlineData(SendState.Skipped, "objected")]
    [InlineData(SendState.Deferred, "concept-withdrawn")]
    [InlineData(SendState.Failed, "not-composable")]
    public async Task Show_TheServerHasNothingToDoWithIt_TellsNoneOfItsWords(SendState state, string reason)
    {
        await SendAsync(SendKind.Invitation, state, _application.Clock.GetUtcNow(), s => s with { Reason = reason, Detail = "4.7.1 451 try later" });

        var contact = Assert.Single((await ShowAsync()).GetProperty("contacts").EnumerateArray());

        Assert.Equal("", contact.GetProperty("carrierMessage").GetString());
    }

    [Fact]
    public async Task Show_TheCarrierReportsDeliveryAndComesBackLater_BothStandInTheHistory()
    {
        var now = _application.Clock.GetUtcNow();
        await SendAsync(SendKind.Invitation, SendState.Failed, now, s => s with { Reason = "undeliverable", DeliveredAt = now.AddMinutes(2), BouncedAt = now.AddMinutes(9) });

        Assert.Equal(["delivered", "bounced"], Kinds(await ShowAsync()).Where(kind => kind is "delivered" or "bounced"));
    }

    [Fact]
    public async Task Show_AfterAnswerAndCallback_TellsHistoryWithoutScores()
    {
        await SendAsync(SendKind.Invitation, SendState.Sent, _application.Clock.GetUtcNow());
        _application.Clock.Advance(TimeSpan.FromHours(1));
        await RespondAsync(completed: true);
        await WishAsync("nach 17 Uhr");

        var view = await ShowAsync();

        Assert.Equal("answered", view.GetProperty("answer").GetString());
        Assert.Equal(["imported", "invited", "started", "answered", "callbackWished"], Kinds(view));
        Assert.Contains("nach 17 Uhr", view.GetProperty("history")[4].GetProperty("text").GetString(), StringComparison.Ordinal);
        var contact = Assert.Single(view.GetProperty("contacts").EnumerateArray());
        Assert.Equal("invitation", contact.GetProperty("kind").GetString());
        Assert.Equal("sent", contact.GetProperty("state").GetString());
        Assert.DoesNotContain("answers", view.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("q-secret", view.ToString(), StringComparison.Ordinal);
        Assert.Equal("2026-12-07T07:00:00+00:00", view.GetProperty("expiresAt").GetString());
    }

    [Fact]
    public async Task Show_ConfidentialSurvey_TellsTheDayOfAnAnswerAndNotItsTime()
    {
        await _application.Get<SurveyRecords>().Surveys.UpdateAsync(
            SurveyRecords.Partition(Bank), "beratung", s => s! with { Confidentiality = ConfidentialityMode.Confidential });
        _application.Clock.Advance(TimeSpan.FromMinutes(97));
        await RespondAsync(completed: true);
        await WishAsync("");

        var view = await ShowAsync();

        Assert.Equal(["imported", "invited", "started", "answered", "callbackWished"], Kinds(view));
        Assert.All(view.GetProperty("history").EnumerateArray(), entry => Assert.Equal("2026-11-09", entry.GetProperty("on").GetString()));
        Assert.Equal(["imported", "invited"], view.GetProperty("history").EnumerateArray()
            .Where(entry => entry.GetProperty("at").ValueKind != JsonValueKind.Null).Select(entry => entry.GetProperty("kind").GetString()));
        Assert.DoesNotContain("T08:37", view.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_AfterObjection_SaysSo()
    {
        using var objection = await _application.Anonymous().PostAsync($"/api/survey/{_scene.Token}/objection", null);
        Assert.Equal(HttpStatusCode.NoContent, objection.StatusCode);

        var view = await ShowAsync();

        Assert.Equal("objected", view.GetProperty("answer").GetString());
        Assert.Contains("objected", Kinds(view));
        Assert.Equal("objected", (await ItemsAsync(""))[0].GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Show_AfterTheTokensLife_IsExpired()
    {
        _application.Clock.Advance(TimeSpan.FromDays(28));
        _client = await _application.SignedInAs(Bank.ToString(), "vm@musterstadt.example", Role.SalesManagement);

        Assert.Equal("expired", (await ShowAsync()).GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Show_InEnglish_SpeaksEnglish()
    {
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,en;q=0.9,de;q=0.1");

        Assert.Contains("Read from", (await ShowAsync()).GetProperty("history")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-W46-i0001-0000099")]
    [InlineData("2026-W46-s0001-0000001")]
    [InlineData("2026-W46-i0009-0000001")]
    [InlineData("nonsense")]
    public async Task Show_NotThere_Is404(string id)
    {
        using var answer = await _client.GetAsync("/api/participants/" + id);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Participants_AreForSalesManagementOfTheInstituteAlone()
    {
        await _application.AssertGuardedAsync(HttpMethod.Get, "/api/participants", Role.SalesManagement);
        await _application.AssertGuardedAsync(HttpMethod.Get, $"/api/participants/{_scene.Customer}", Role.SalesManagement, of: Bank.ToString());
    }

    [Fact]
    public async Task List_OfAnotherInstitute_IsEmpty()
    {
        var other = await _application.SignedInAs("anderswo", "vm@anderswo.example", Role.SalesManagement);

        var part = await other.GetFromJsonAsync<JsonElement>("/api/participants");

        Assert.Equal(0, part.GetProperty("items").GetArrayLength());
    }

    private Task<string> AddAsync(int number, Func<Participant, Participant>? change = null) =>
        _scene.InviteAsync(new ParticipantId(First, number), change);

    private async Task ImportAsync(BatchId id, ImportState state) => await _application.Get<ImportRecords>().Imports.InsertAsync(
        ImportRecords.Partition(Bank),
        id.ToString(),
        new Import(
            id, "geko.csv", "hash", "stored", _application.Clock.GetUtcNow() - TimeSpan.FromMinutes(1), "", state, 1,
            new Dictionary<ParticipantState, int>(), [], null));

    private async Task SendAsync(SendKind kind, SendState state, DateTimeOffset at, Func<Send, Send>? change = null) => await _application.Get<CycleRecords>().Sends.InsertAsync(
        CycleRecords.SendPartition(Bank, InvitedCustomer.Cycle),
        CycleRecords.SendRow(kind, _scene.Customer),
        (change ?? (s => s))(new Send(kind, _scene.Customer, "mail", 1, InvitedCustomer.AdvisorName, state, at, at)));

    private async Task WishAsync(string note)
    {
        using var answer = await _application.Anonymous().PostAsJsonAsync($"/api/survey/{_scene.Token}/callback", new { phone = "0151 5550100", note });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task RespondAsync(bool completed)
    {
        var now = _application.Clock.GetUtcNow();
        await _application.Get<ResponseRecords>().Responses.InsertAsync(
            ResponseRecords.Partition(Bank, InvitedCustomer.Cycle),
            _scene.Customer.ToString(),
            new Response(
                _scene.Customer, ParticipantKind.Customer, InvitedCustomer.Cycle, 1, Language.De, InvitedCustomer.AdvisorName, "100", "", "",
                new Dictionary<string, Answer> { ["q-secret"] = new(9) }, 1, now, now, completed ? now : null));
    }

    private async Task<List<JsonElement>> ItemsAsync(string query) =>
        [.. (await _client.GetFromJsonAsync<JsonElement>("/api/participants" + query)).GetProperty("items").EnumerateArray()];

    private Task<JsonElement> ShowAsync() => _client.GetFromJsonAsync<JsonElement>($"/api/participants/{_scene.Customer}");

    private static IEnumerable<string> Kinds(JsonElement view) =>
        view.GetProperty("history").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()!);
}
