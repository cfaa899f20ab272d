using System.Net.Http.Json;
using System.Text.Json;
using See360.Core;
using See360.Core.Participants;
using See360.Core.Retention;
using See360.Core.Users;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class RetentionApiTests : IAsyncLifetime
{
    private readonly See360Application _application = new();
    private TestBank _bank = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _bank = await new TestBank(_application.Records, _application.Clock).OpenAsync();
        await _bank.AddSurveyAsync();
        await _bank.AddAdvisorAsync();
        _client = await _application.SignedInAs(_bank.Id.ToString(), "berater1@sparkasse-musterstadt.example", Role.SalesManagement);
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public Task Endpoint_WithoutSessionOrWithTheWrongRole_IsClosed() =>
        Guarded.AssertGuardedAsync(_application, HttpMethod.Get, "/api/retention", Role.SalesManagement);

    [Fact]
    public async Task Show_NewBank_TellsThePeriodsAndThatNothingIsThere()
    {
        var view = await ViewAsync(_client);

        var classes = view.GetProperty("classes").EnumerateArray().ToList();
        Assert.Equal(["participants 90 False", "answers 36 True", "logs 12 True"], classes.Select(c => $"{c.GetProperty("of").GetString()} {c.GetProperty("period").GetInt32()} {c.GetProperty("inMonths").GetBoolean()}"));
        Assert.Equal(JsonValueKind.Null, classes[0].GetProperty("nextOn").ValueKind);
        Assert.Equal(JsonValueKind.Null, view.GetProperty("doneOn").ValueKind);
        Assert.Empty(view.GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task Show_AfterARun_TellsWhatWasDeletedInNumbersAndOfTheOwnBankAlone()
    {
        var run = new RetentionRun(
            _application.Clock.GetUtcNow(), _application.Clock.GetUtcNow(), new IsoWeek(2026, 20), new IsoWeek(2026, 22),
            new Dictionary<RetentionItem, int> { [RetentionItem.Mails] = 3, [RetentionItem.Participants] = 12 });
        await new RetentionRecords(_application.Records).Runs.InsertAsync(RetentionRecords.Partition(_bank.Id), RetentionRecords.RunRow(run.At), run);

        var shown = Assert.Single((await ViewAsync(_client)).GetProperty("runs").EnumerateArray());
        var other = await ViewAsync(await _application.SignedInAs("nachbarstadt", "vm@nachbarstadt.example", Role.SalesManagement));

        Assert.Equal(("2026-W20", "2026-W22"), (shown.GetProperty("fromWeek").GetString(), shown.GetProperty("toWeek").GetString()));
        Assert.Equal(["participants 12", "mails 3"], shown.GetProperty("counts").EnumerateArray().Select(c => $"{c.GetProperty("item").GetString()} {c.GetProperty("count").GetInt32()}"));
        Assert.Empty(other.GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task Participant_Erased_IsShownAsSuch()
    {
        var person = await _bank.AddWaitingAsync(1, change: p => ErasedParticipant.Of(p with { State = ParticipantState.Invited }, [], new DateOnly(2026, 11, 9)));
        await new Core.Imports.ImportRecords(_application.Records).Imports.InsertAsync(
            Core.Imports.ImportRecords.Partition(_bank.Id), person.Id.Batch.ToString(),
            new Core.Imports.Import(person.Id.Batch, "export.csv", "", "", _application.Clock.GetUtcNow(), "", Core.Imports.ImportState.Confirmed, 1,
                new Dictionary<ParticipantState, int>(), [], null, _application.Clock.GetUtcNow()));

        var line = Assert.Single((await JsonAsync(_client, "/api/participants")).GetProperty("items").EnumerateArray());
        var view = await JsonAsync(_client, $"/api/participants/{person.Id}");
        var row = Assert.Single((await JsonAsync(_client, $"/api/imports/{person.Id.Batch}/rows")).GetProperty("items").EnumerateArray());

        Assert.All((JsonElement[])[line, view, row], shown => Assert.Equal(
            ("2026-11-09", "", "", ""),
            (shown.GetProperty("erasedOn").GetString(), shown.GetProperty("name").GetString(), shown.GetProperty("email").GetString(), shown.GetProperty("customerNumber").GetString())));
    }

    private static Task<JsonElement> ViewAsync(HttpClient client) => JsonAsync(client, "/api/retention");

    private static Task<JsonElement> JsonAsync(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path);
}
