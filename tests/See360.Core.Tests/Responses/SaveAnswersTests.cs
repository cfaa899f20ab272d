using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Testing;
using static See360.Core.Tests.Responses.AnswerInputs;

namespace See360.Core.Tests.Responses;

public sealed class SaveAnswersTests
{
    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Save_FirstAnswer_StartsASheetInTheVersionInForce()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);

        var outcome = await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));

        Assert.Equal(1, outcome.Sheet!.Revision);
        var stored = await scene.StoredAsync();
        Assert.Equal(1, stored!.Version);
        Assert.Equal(5, stored.Answers["quality"].Score);
        Assert.Equal(InvitedCustomer.AdvisorName, stored.Advisor);
        Assert.Null(stored.CompletedAt);
    }

    [Fact]
    public async Task Save_NewVersionPublishedMeanwhile_KeepsTheVersionOfTheFirstAnswer()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));
        var surveys = new SurveyRecords(_store);
        await surveys.Surveys.UpdateAsync(InvitedCustomer.Bank.ToString(), "beratung", s => s! with { Version = 2 });
        var first = await surveys.VersionAsync(InvitedCustomer.Bank, InvitedCustomer.Survey, 1);
        await surveys.Versions.InsertAsync("musterstadt|beratung", "0002", first! with { Number = 2, Questions = [first.Questions[3]] });
        _clock.Advance(TimeSpan.FromMinutes(2));

        await scene.Save.ExecuteAsync(scene.Token, Seen(1, ("nps", Score(9))));

        Assert.Equal(1, (await scene.StoredAsync())!.Version);
        Assert.Equal(4, (await scene.Open.ExecuteAsync(scene.Token))!.Questions!.Questions.Count);
    }

    [Fact]
    public async Task Save_TwoDevicesDifferentQuestions_BothAreKept()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));

        var outcome = await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("nps", Score(9))));

        Assert.Empty(outcome.Conflicts);
        Assert.True(outcome.OthersChanged);
        Assert.Equal(["nps", "quality"], outcome.Sheet!.Answers.Keys.Order());
    }

    [Fact]
    public async Task Save_TwoDevicesSameQuestion_IsAConflictAndNothingIsWritten()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));
        var writes = _store.Writes;

        var outcome = await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(1)), ("nps", Score(9))));

        Assert.Equal(["quality"], outcome.Conflicts);
        Assert.Equal(1, outcome.Sheet!.Revision);
        Assert.Equal(5, outcome.Sheet.Answers["quality"].Score);
        Assert.False(outcome.Sheet.Answers.ContainsKey("nps"));
        Assert.Equal(writes, _store.Writes);
    }

    [Fact]
    public async Task Save_SameRequestAgain_WritesNothing()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));
        var writes = _store.Writes;

        var outcome = await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));

        Assert.Equal((1, 0), (outcome.Sheet!.Revision, outcome.Conflicts.Count));
        Assert.Equal(writes, _store.Writes);
    }

    [Fact]
    public async Task Save_TakenBackOnOneDeviceAndChangedOnTheOther_IsAConflict()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));
        await scene.Save.ExecuteAsync(scene.Token, Seen(1, ("quality", null)));

        var outcome = await scene.Save.ExecuteAsync(scene.Token, Seen(1, ("quality", Score(3))));

        Assert.Equal(["quality"], outcome.Conflicts);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public async Task Save_RevisionThatNeverWas_IsRefused(int revision)
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);

        var error = await Assert.ThrowsAsync<BadInput>(() => scene.Save.ExecuteAsync(scene.Token, Seen(revision, ("quality", Score(5)))));

        Assert.Equal("revision-unknown", error.Code);
    }

    [Fact]
    public async Task Save_QuestionOfAnotherSurvey_IsRefused()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);

        await Assert.ThrowsAsync<BadInput>(() => scene.Save.ExecuteAsync(scene.Token, Seen(0, ("other", Score(5)))));

        Assert.Null(await scene.StoredAsync());
    }

    [Fact]
    public async Task Save_AfterTheTokensLife_IsRefused()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        _clock.Advance(TimeSpan.FromDays(28));

        var error = await Assert.ThrowsAsync<RuleBroken>(() => scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5)))));

        Assert.Equal("survey-expired", error.Code);
    }

    /// <summary>The survey's links live longer now than when the cycle was closed.</summary>
    [Fact]
    public async Task Save_CycleIsClosed_IsRefused()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock, survey: s => s with { Rules = s.Rules with { TokenLifeDays = 90 } });
        _clock.Advance(TimeSpan.FromDays(29));
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));
        var (now, cycle) = (_clock.GetUtcNow(), InvitedCustomer.Cycle);
        await new CycleRecords(_store).Cycles.UpdateAsync(
            CycleRecords.Partition(InvitedCustomer.Bank), cycle.ToString(), c => (c ?? new Cycle(cycle, now, [])) with { ClosedAt = now });

        var error = await Assert.ThrowsAsync<RuleBroken>(() => scene.Save.ExecuteAsync(scene.Token, Seen(1, ("quality", Score(1)))));

        Assert.Equal("survey-expired", error.Code);
    }

    [Fact]
    public async Task Save_NotInvitedYet_IsRefused()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var token = await scene.InviteAsync(new ParticipantId(scene.Customer.Batch, 2), p => p with { State = ParticipantState.Ready, Cycle = null, InvitedAt = null });

        var error = await Assert.ThrowsAsync<RuleBroken>(() => scene.Save.ExecuteAsync(token, Seen(0, ("quality", Score(5)))));

        Assert.Equal("survey-not-open", error.Code);
    }

    [Fact]
    public async Task Save_TestParticipant_LiesApart()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var id = new ParticipantId(scene.Customer.Batch, 3);
        var token = await scene.InviteAsync(id, p => p with { Kind = ParticipantKind.Test });

        await scene.Save.ExecuteAsync(token, Seen(0, ("quality", Score(5))));

        Assert.Empty(await scene.Responses.Responses.ListAsync(ResponseRecords.Partition(InvitedCustomer.Bank, InvitedCustomer.Cycle)));
        Assert.NotNull(await scene.StoredAsync(id, ParticipantKind.Test));
    }

    [Fact]
    public async Task Save_SelfImage_KnowsOnlyTheQuestionsWithASelfText()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var id = new ParticipantId(new BatchId(new IsoWeek(2026, 46), BatchKind.SelfImage, 1), 1);
        var token = await scene.InviteAsync(id, p => p with { Kind = ParticipantKind.SelfImage, CustomerNumber = "" });

        await scene.Save.ExecuteAsync(token, Seen(0, ("quality", Score(4))));
        await Assert.ThrowsAsync<BadInput>(() => scene.Save.ExecuteAsync(token, Seen(1, ("nps", Score(4)))));

        var sheet = await scene.Open.ExecuteAsync(token);
        Assert.Equal("Wie gut gehen Sie auf Fragen ein?", sheet!.Questions!.Questions[0].Text.De);
        Assert.Equal(2, sheet.Questions.Questions.Count);
    }

    [Fact]
    public async Task Save_English_IsTheLanguageOfTheSheet()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);

        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))) with { Language = Language.En });

        Assert.Equal(Language.En, (await scene.StoredAsync())!.Language);
        Assert.Equal(Language.En, (await scene.Open.ExecuteAsync(scene.Token))!.Language);
    }
}
