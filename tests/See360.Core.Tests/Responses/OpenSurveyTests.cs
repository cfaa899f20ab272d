using See360.Core.Callbacks;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Testing;
using static See360.Core.Tests.Responses.AnswerInputs;

namespace See360.Core.Tests.Responses;

public sealed class OpenSurveyTests
{
    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Open_Invited_ShowsTheSurveyAndWritesNothing()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var writes = _store.Writes;

        var sheet = await scene.Open.ExecuteAsync(scene.Token);

        Assert.Equal(SheetState.Open, sheet!.State);
        Assert.Equal("Jana Berg und das Vertriebsmanagement unseres Hauses sehen Ihre Antwort mit Ihrem Namen.", sheet.WhoSees!.De);
        Assert.Equal("Frau Berg", sheet.Advisor!.Address.De);
        Assert.Equal(_clock.GetUtcNow().AddDays(28), sheet.ExpiresAt);
        Assert.Equal(TimeSpan.FromHours(1), sheet.ExpiresAt!.Value.Offset);
        Assert.Equal((0, 1), (sheet.Answers!.Revision, sheet.Answers.Version));
        Assert.Equal(writes, _store.Writes);
    }

    [Fact]
    public async Task Open_OnAnotherDevice_ShowsWhatWasSaved()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(4))));

        var sheet = await scene.Open.ExecuteAsync(scene.Token);

        Assert.Equal((1, 4), (sheet!.Answers!.Revision, sheet.Answers.Answers["quality"].Score));
    }

    [Fact]
    public async Task Open_Confidential_SaysSo()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock, survey: s => s with { Confidentiality = ConfidentialityMode.Confidential });

        Assert.StartsWith("Ihre Antwort ist vertraulich.", (await scene.Open.ExecuteAsync(scene.Token))!.WhoSees!.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_PhotoWithoutConsent_IsNotOffered()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var employees = new OrganisationRecords(_store).Employees;
        var row = OrganisationRecords.EmployeeRow(InvitedCustomer.AdvisorName);
        await employees.UpdateAsync("musterstadt", row, e => e! with { Photo = "musterstadt/photos/1.jpg" });
        var without = await scene.Open.ExecuteAsync(scene.Token);

        await employees.UpdateAsync("musterstadt", row, e => e! with { PhotoConsentAt = _clock.GetUtcNow() });

        Assert.False(without!.Advisor!.HasPhoto);
        Assert.True((await scene.Open.ExecuteAsync(scene.Token))!.Advisor!.HasPhoto);
    }

    [Fact]
    public async Task Open_Expired_ShowsNoQuestions()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        _clock.Advance(TimeSpan.FromDays(28));

        var sheet = await scene.Open.ExecuteAsync(scene.Token);

        Assert.Equal(SheetState.Expired, sheet!.State);
        Assert.Null(sheet.Questions);
    }

    [Fact]
    public async Task Open_Withdrawn_IsUnknown()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var token = await scene.InviteAsync(new ParticipantId(scene.Customer.Batch, 2), p => p with { State = ParticipantState.Withdrawn });

        Assert.Null(await scene.Open.ExecuteAsync(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Open_TokenThatWeDidNotMake_IsUnknown(string token)
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);

        Assert.Null(await scene.Open.ExecuteAsync(token));
    }

    [Fact]
    public async Task RecordOpening_Twice_KeepsTheFirst()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var recording = new RecordOpening(scene.Links, scene.Responses, _clock);
        await recording.ExecuteAsync(scene.Token);
        var writes = _store.Writes;
        _clock.Advance(TimeSpan.FromHours(1));

        await recording.ExecuteAsync(scene.Token);

        Assert.Equal(writes, _store.Writes);
        var opening = await scene.Responses.Openings.ReadAsync("musterstadt|2026-W46|beratung", scene.Customer.ToString());
        Assert.Equal(FakeClock.Monday, opening!.Value.At);
    }

    [Fact]
    public async Task RequestCallback_WithoutAnswers_IsKeptAndAnswersCanFollow()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var requesting = new RequestCallback(scene.Links, scene.Responses, new CallbackRecords(_store), scene.Feed, _clock);

        await requesting.ExecuteAsync(scene.Token, " 0171 1234567 ", "Bitte nachmittags");
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(4))));

        var stored = await scene.StoredAsync();
        Assert.Equal((FakeClock.Monday, 4), (stored!.Callback!.At, stored.Answers["quality"].Score));
        var wish = await new CallbackRecords(_store).FindAsync(InvitedCustomer.Bank, scene.Customer);
        Assert.Equal(("0171 1234567", "Bitte nachmittags", InvitedCustomer.AdvisorName), (wish!.Phone, wish.Note, wish.Advisor));
    }

    [Fact]
    public async Task RequestCallback_NoteWithHiddenCharacters_IsCleaned()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var requesting = new RequestCallback(scene.Links, scene.Responses, new CallbackRecords(_store), scene.Feed, _clock);

        await requesting.ExecuteAsync(scene.Token, "0171 1234567", "bitte \u202Ehtap\u0007\r\nmorgen");

        Assert.Equal("bitte htap\nmorgen", (await new CallbackRecords(_store).FindAsync(InvitedCustomer.Bank, scene.Customer))!.Note);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("01234 <script>")]
    [InlineData("0123456789012345678901234567890123456789012")]
    public async Task RequestCallback_NoTelephoneNumber_IsRefused(string phone)
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var requesting = new RequestCallback(scene.Links, scene.Responses, new CallbackRecords(_store), scene.Feed, _clock);

        Assert.Equal("phone", (await Assert.ThrowsAsync<BadInput>(() => requesting.ExecuteAsync(scene.Token, phone, ""))).Field);
    }

    [Fact]
    public async Task RequestCallback_SelfImage_IsNotOffered()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var token = await scene.InviteAsync(new ParticipantId(scene.Customer.Batch, 2), p => p with { Kind = ParticipantKind.SelfImage });
        var requesting = new RequestCallback(scene.Links, scene.Responses, new CallbackRecords(_store), scene.Feed, _clock);

        await Assert.ThrowsAsync<RuleBroken>(() => requesting.ExecuteAsync(token, "0171 1234567", ""));
    }
}
