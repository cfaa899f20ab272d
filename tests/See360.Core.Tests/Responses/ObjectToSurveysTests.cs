using See360.Core.Contacts;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Testing;
using static See360.Core.Tests.Responses.AnswerInputs;

namespace See360.Core.Tests.Responses;

public sealed class ObjectToSurveysTests
{
    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Object_Customer_MarksNumberAndAddress()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);

        Assert.True(await Objecting(scene).ExecuteAsync(scene.Token));

        Assert.Equal(_clock.GetUtcNow(), (await ContactAsync(scene.Keys.OfCustomerNumber(InvitedCustomer.Bank, "001")))!.ObjectedAt);
        Assert.Equal(_clock.GetUtcNow(), (await ContactAsync(scene.Keys.OfEmail(InvitedCustomer.Bank, "kunde1@post.example")))!.ObjectedAt);
    }

    [Fact]
    public async Task Object_Customer_CountsAsDeclinedInTheCycle()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);

        await Objecting(scene).ExecuteAsync(scene.Token);

        var counted = await scene.Responses.Objections.ListAsync(ResponseRecords.Partition(InvitedCustomer.Bank, InvitedCustomer.Cycle));
        Assert.Equal([new Objection(scene.Customer, _clock.GetUtcNow())], counted);
    }

    [Fact]
    public async Task Object_KnownContact_KeepsWhatIsKnown()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var row = scene.Keys.OfEmail(InvitedCustomer.Bank, "kunde1@post.example");
        await new ContactRecords(_store).Contacts.InsertAsync("musterstadt", row, new Contact(scene.Customer, _clock.GetUtcNow(), SoftBounces: 2));

        await Objecting(scene).ExecuteAsync(scene.Token);

        var contact = await ContactAsync(row);
        Assert.Equal((scene.Customer, 2), (contact!.ClaimedBy, contact.SoftBounces));
        Assert.NotNull(contact.ObjectedAt);
    }

    [Fact]
    public async Task Object_Again_WritesNothing()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        await Objecting(scene).ExecuteAsync(scene.Token);
        var writes = _store.Writes;
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.True(await Objecting(scene).ExecuteAsync(scene.Token));

        Assert.Equal(writes, _store.Writes);
    }

    [Fact]
    public async Task Object_LongAfterExpiry_StillCounts()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        _clock.Advance(TimeSpan.FromDays(60));

        await Objecting(scene).ExecuteAsync(scene.Token);

        Assert.Equal(SheetState.Objected, (await scene.Open.ExecuteAsync(scene.Token))!.State);
    }

    [Fact]
    public async Task Object_OneOfTwoSurveys_ClosesBoth()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var other = await scene.InviteAsync(new ParticipantId(scene.Customer.Batch, 2), p => p with { CustomerNumber = "", Email = "Kunde1@Post.example" });

        await Objecting(scene).ExecuteAsync(scene.Token);

        var error = await Assert.ThrowsAsync<RuleBroken>(() => scene.Save.ExecuteAsync(other, Seen(0, ("quality", Score(5)))));
        Assert.Equal("survey-objected", error.Code);
    }

    [Fact]
    public async Task Object_ByATestMail_MarksNobody()
    {
        var scene = await InvitedCustomer.InAsync(_store, _clock);
        var token = await scene.InviteAsync(new ParticipantId(scene.Customer.Batch, 2), p => p with { Kind = ParticipantKind.Test });
        var writes = _store.Writes;

        Assert.True(await Objecting(scene).ExecuteAsync(token));

        Assert.Equal(writes, _store.Writes);
    }

    private ObjectToSurveys Objecting(InvitedCustomer scene) => new(scene.Links, new ContactRecords(_store), scene.Keys, scene.Responses, scene.Feed, _clock);

    private async Task<Contact?> ContactAsync(string row) => (await new ContactRecords(_store).Contacts.ReadAsync("musterstadt", row))?.Value;
}
