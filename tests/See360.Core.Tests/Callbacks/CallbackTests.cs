using See360.Core.Callbacks;
using See360.Core.Participants;
using See360.Testing;

namespace See360.Core.Tests.Callbacks;

public sealed class CallbackTests
{
    private const string Phone = "0171 1234567";
    private const string Advisor = InvitedCustomer.AdvisorName;
    private static readonly CallbackViewer s_own = new(Advisor, SeesAll: false);

    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();
    private Participant _customer = null!;

    [Fact]
    public async Task Wish_SameAgain_ChangesNothing()
    {
        var wish = await WishAsync();

        Assert.Same(wish, Callback.Wish(wish, _customer, Phone, "", _clock.GetUtcNow().AddHours(1)));
    }

    [Fact]
    public async Task Wish_SameAgainAfterTheCall_IsOpenAgain()
    {
        var called = (await WishAsync()).Close(Advisor, "", _clock.GetUtcNow());

        var again = Callback.Wish(called, _customer, Phone, "", _clock.GetUtcNow().AddDays(1));

        Assert.Null(again.Done);
        Assert.Equal([CallbackStepKind.Wished, CallbackStepKind.Done, CallbackStepKind.Wished], again.Steps.Select(s => s.Kind));
    }

    [Fact]
    public async Task Wish_ChangedAgainAndAgain_KeepsTheLatestSteps()
    {
        var wish = await WishAsync();
        for (var n = 1; n <= 40; n++)
        {
            wish = Callback.Wish(wish, _customer, Phone, $"Wunsch {n}", _clock.GetUtcNow());
        }

        Assert.Equal((Callback.MostSteps, 41, "Wunsch 40"), (wish.Steps.Count, wish.Revision, wish.Note));
    }

    [Fact]
    public async Task Mark_Twice_IsTheSame()
    {
        await WishAsync();
        await MarkAsync(s_own, new CallbackMark(true, "erreicht", 1));

        var again = await MarkAsync(s_own, new CallbackMark(true, "erreicht", 1));

        Assert.Equal((2, "erreicht"), (again!.Revision, again.Done!.Note));
    }

    [Fact]
    public async Task Mark_WishChangedMeanwhile_IsRefusedAndStaysOpen()
    {
        var wish = await WishAsync();
        await Records.Callbacks.UpdateAsync("musterstadt", wish.Participant.ToString(), c => Callback.Wish(c, _customer, "0172 7654321", "", _clock.GetUtcNow()));

        var broken = await Assert.ThrowsAsync<RuleBroken>(() => MarkAsync(s_own, new CallbackMark(true, "", 1)));

        Assert.Equal("callback-changed", broken.Code);
        Assert.Null((await Records.FindAsync(InvitedCustomer.Bank, _customer.Id))!.Done);
    }

    [Fact]
    public async Task Mark_OfAnotherAdvisorsCustomer_IsNotThere()
    {
        await WishAsync();

        Assert.Null(await MarkAsync(new CallbackViewer("till@musterstadt.example", SeesAll: false), new CallbackMark(true, "", 1)));
        Assert.Null((await Records.FindAsync(InvitedCustomer.Bank, _customer.Id))!.Done);
    }

    [Fact]
    public async Task Mark_NoteWithHiddenCharacters_IsCleanedAndTooLongAOneIsRefused()
    {
        await WishAsync();

        Assert.Equal("note", (await Assert.ThrowsAsync<BadInput>(() => MarkAsync(s_own, new CallbackMark(true, new string('x', 501), 1)))).Field);
        Assert.Equal("erreicht", (await MarkAsync(s_own, new CallbackMark(true, " er\u202Ereicht\u0007 ", 1)))!.Done!.Note);
    }

    [Fact]
    public async Task Reopen_AfterDone_IsOpenAndRemembersBoth()
    {
        await WishAsync();
        await MarkAsync(s_own, new CallbackMark(true, "", 1));

        var open = await MarkAsync(s_own, new CallbackMark(false, "", 2));
        var again = await MarkAsync(s_own, new CallbackMark(false, "", 2));

        Assert.Null(open!.Done);
        Assert.Equal(3, again!.Revision);
        Assert.Equal([CallbackStepKind.Wished, CallbackStepKind.Done, CallbackStepKind.Reopened], open.Steps.Select(s => s.Kind));
    }

    private CallbackRecords Records => new(_store);

    private Task<Callback?> MarkAsync(CallbackViewer viewer, CallbackMark mark) =>
        new MarkCallback(Records, _clock).RunAsync(InvitedCustomer.Bank, viewer, _customer.Id, mark);

    private async Task<Callback> WishAsync()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        _customer = (await new ParticipantRecords(_store).ReadAsync(InvitedCustomer.Bank, scene.Customer))!.Value;
        await new Core.Responses.RequestCallback(scene.Links, scene.Responses, Records, scene.Feed, _clock).ExecuteAsync(scene.Token, Phone, "");
        return (await Records.FindAsync(InvitedCustomer.Bank, scene.Customer))!;
    }
}
