using See360.Testing;
using static See360.Core.Tests.Responses.AnswerInputs;

namespace See360.Core.Tests.Responses;

public sealed class CompleteResponseTests
{
    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Complete_AllAnswered_CountsAndTellsTheFeed()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var before = scene.Feed.Stamp(InvitedCustomer.Bank);

        var outcome = await scene.Complete.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5)), ("nps", Score(10))));

        Assert.Equal(_clock.GetUtcNow(), outcome.Sheet!.CompletedAt);
        Assert.Equal(_clock.GetUtcNow(), (await scene.StoredAsync())!.CompletedAt);
        Assert.NotEqual(before, scene.Feed.Stamp(InvitedCustomer.Bank));
    }

    [Fact]
    public async Task Complete_InOneRequest_IsOneWrite()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var writes = _store.Writes;

        await scene.Complete.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5)), ("nps", Score(10))));

        Assert.Equal(1, _store.Writes - writes);
    }

    [Fact]
    public async Task Complete_Again_WritesNothingAndSaysTheSame()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var input = Seen(0, ("quality", Score(5)), ("nps", Score(10)), ("reason", Text("nicht auf dem Weg")));
        var first = await scene.Complete.ExecuteAsync(scene.Token, input);
        var (writes, stamp) = (_store.Writes, scene.Feed.Stamp(InvitedCustomer.Bank));
        _clock.Advance(TimeSpan.FromMinutes(1));

        var second = await scene.Complete.ExecuteAsync(scene.Token, input);

        Assert.Equal((first.Sheet!.Revision, first.Sheet.CompletedAt), (second.Sheet!.Revision, second.Sheet.CompletedAt));
        Assert.Empty(second.Conflicts);
        Assert.Equal((writes, stamp), (_store.Writes, scene.Feed.Stamp(InvitedCustomer.Bank)));
    }

    [Fact]
    public async Task Complete_RequiredAnswerMissing_NamesItAndWritesNothing()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);

        var outcome = await scene.Complete.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));

        Assert.Equal(["nps"], outcome.Missing!.Keys);
        Assert.Null(await scene.StoredAsync());
    }

    [Fact]
    public async Task Complete_AnswersOffTheJourney_AreDropped()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(2)), ("nps", Score(3)), ("reason", Text("Zu wenig Zeit."))));

        await scene.Complete.ExecuteAsync(scene.Token, Seen(1, ("nps", Score(9)), ("comment", Text("Doch gut."))));

        Assert.Equal(["comment", "nps", "quality"], (await scene.StoredAsync())!.Answers.Keys.Order());
    }

    [Fact]
    public async Task Save_AfterCompletion_CountsOnlyOnceItIsSent()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var first = await scene.Complete.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5)), ("nps", Score(10))));
        _clock.Advance(TimeSpan.FromDays(1));

        var saved = await scene.Save.ExecuteAsync(scene.Token, Seen(1, ("quality", Score(2))));
        var counting = (await scene.StoredAsync())!.Answers["quality"].Score;
        await scene.Complete.ExecuteAsync(scene.Token, Seen(2));

        Assert.True(saved.Sheet!.HasUnsentChanges);
        Assert.Equal(2, saved.Sheet.Answers["quality"].Score);
        Assert.Equal(5, counting);
        var stored = (await scene.StoredAsync())!;
        Assert.Equal((2, first.Sheet!.CompletedAt), (stored.Answers["quality"].Score, stored.CompletedAt));
        Assert.Null(stored.Draft);
    }

    [Fact]
    public async Task Complete_AfterTheTokensLife_IsFinal()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Complete.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5)), ("nps", Score(10))));
        _clock.Advance(TimeSpan.FromDays(28));

        await Assert.ThrowsAsync<RuleBroken>(() => scene.Complete.ExecuteAsync(scene.Token, Seen(1, ("quality", Score(1)))));

        Assert.Equal(5, (await scene.StoredAsync())!.Answers["quality"].Score);
        Assert.Equal(Core.Responses.SheetState.Final, (await scene.Open.ExecuteAsync(scene.Token))!.State);
    }

    [Fact]
    public async Task Complete_AnotherDeviceInBetween_IsAConflictAndNotCompleted()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await scene.Save.ExecuteAsync(scene.Token, Seen(0, ("quality", Score(5))));
        await scene.Save.ExecuteAsync(scene.Token, Seen(1, ("quality", Score(4))));

        var outcome = await scene.Complete.ExecuteAsync(scene.Token, Seen(1, ("quality", Score(3)), ("nps", Score(10))));

        Assert.Equal(["quality"], outcome.Conflicts);
        Assert.Null((await scene.StoredAsync())!.CompletedAt);
    }
}
