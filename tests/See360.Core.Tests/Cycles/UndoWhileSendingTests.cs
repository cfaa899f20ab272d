using See360.Core.Contacts;
using See360.Core.Imports;
using See360.Core.Imports.Judging;
using See360.Core.Participants;
using See360.Testing;

namespace See360.Core.Tests.Cycles;

/// <summary>An import is taken back in the very moment in which it is sent.</summary>
public sealed class UndoWhileSendingTests
{
    private InterleavingStore _store = new(new InMemoryRecordStore());
    private CycleBench _bench;

    public UndoWhileSendingTests() => _bench = new CycleBench(store: _store);

    [Fact]
    public async Task Undo_BetweenClaimAndInvitation_NobodyIsLeftInQuarantine()
    {
        var customer = await OneCustomerAsync();
        Import? undone = null;
        _store.After("contacts", async () => undone = await UndoAsync());

        await _bench.SendAsync();

        Assert.Empty(_bench.Mailer.Sent);
        Assert.Equal((ParticipantState.Withdrawn, 0), ((await _bench.ParticipantAsync(customer)).State, undone!.AlreadyInvited));
        Assert.All(await ContactsAsync(customer), contact => Assert.Null(contact.ClaimedBy));
        Assert.Empty(await _bench.WaitingAsync());
    }

    [Fact]
    public async Task Undo_BetweenClaimAndInvitation_GivesTheClaimBackThatWasThereBefore()
    {
        var customer = await OneCustomerAsync();
        var (before, at) = (customer.Id with { Number = 99 }, _bench.Clock.GetUtcNow().AddDays(-100));
        await _bench.Get<ContactRecords>().Contacts.InsertAsync(
            ContactRecords.Partition(_bench.Bank.Id), _bench.Get<ContactKeys>().OfCustomerNumber(_bench.Bank.Id, customer.CustomerNumber), new Contact(before, at));
        _store.After("contacts", UndoAsync);

        await _bench.SendAsync();

        Assert.Equal((before, at), ((await ContactsAsync(customer))[0].ClaimedBy, (await ContactsAsync(customer))[0].ClaimedAt));
    }

    [Fact]
    public async Task Undo_OfOneOfTwoImportsWithTheSameCustomer_TheOtherOneIsInvited()
    {
        var first = await OneCustomerAsync();
        var second = await _bench.Bank.AddWaitingAsync(2, customerNumber: first.CustomerNumber, email: first.Email, import: 2);
        _store.After("contacts", UndoAsync);

        await _bench.SendAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bench.RunAsync(_bench.Cycle());

        Assert.Single(_bench.Mailer.Sent);
        Assert.Equal(ParticipantState.Invited, (await _bench.ParticipantAsync(second)).State);
    }

    [Fact]
    public async Task Undo_AfterItHasLookedTheMailsLeave_SaysHowManyHadGone()
    {
        await OneCustomerAsync();
        for (var n = 2; n <= 60; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        _store.After("imports", _bench.SendAsync);

        var undone = await UndoAsync();

        Assert.Equal((ImportState.Undone, 60), (undone!.State, undone.AlreadyInvited));
        Assert.Equal(60, _bench.Mailer.HandedOver);
    }

    [Fact]
    public async Task Undo_WhileOneIsWithdrawnAndTheOtherInvited_CountsWhoHasGotAMail()
    {
        var first = await OneCustomerAsync();
        var second = await _bench.Bank.AddWaitingAsync(2);
        _store.After("participants", _bench.SendAsync);

        var undone = await UndoAsync();

        // The second is withdrawn and invited at the same time: whoever writes first wins, and all records agree on who.
        var isInvited = (await _bench.ParticipantAsync(second)).State == ParticipantState.Invited;
        Assert.Equal(isInvited ? 1 : 0, undone!.AlreadyInvited);
        Assert.Equal(undone.AlreadyInvited, _bench.Mailer.HandedOver);
        Assert.Equal(ParticipantState.Withdrawn, (await _bench.ParticipantAsync(first)).State);
        Assert.Equal(isInvited ? ParticipantState.Invited : ParticipantState.Withdrawn, (await _bench.ParticipantAsync(second)).State);
        Assert.All(await ContactsAsync(first), contact => Assert.Null(contact.ClaimedBy));
        Assert.All(await ContactsAsync(second), contact => Assert.Equal(isInvited ? second.Id : null, contact.ClaimedBy));
    }

    /// <summary>The unit has read the customer as ready, the import is undone as a whole, the unit claims the quarantine. The
    /// process is killed at each write of this; nobody repeats the undo.</summary>
    [Fact]
    public async Task Undo_BeforeTheClaimAndKilledAtEveryWrite_TheNextImportsOfTheCustomerAreSentAndJudgedReady()
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            Assert.True(at < 50, "Undo and cycle write too often.");
            var dying = new DyingStore(at);
            _store = new InterleavingStore(dying);
            _bench = new CycleBench(store: _store);
            var customer = await OneCustomerAsync();
            await _bench.StartAsync();
            _store.Before("contacts", UndoAsync);
            dying.Arm();
            await Record.ExceptionAsync(() => _bench.RunAsync(_bench.Cycle()));
            died = dying.HasDied;
            dying.Disarm();
            await _bench.RunAsync(_bench.Cycle());
            var facts = await FactsAsync(customer);

            await _bench.Bank.AddWaitingAsync(2, customerNumber: customer.CustomerNumber, email: customer.Email, import: 2);
            await _bench.SendAsync();

            Assert.Equal(customer.Email, Assert.Single(_bench.Mailer.Sent).To.Address);
            var isInvited = (await _bench.ParticipantAsync(customer)).State == ParticipantState.Invited;
            Assert.Equal((isInvited, isInvited), (facts.Number.ClaimedAt is not null, facts.Address.ClaimedAt is not null));
        }
    }

    private async Task<(ContactFacts Number, ContactFacts Address)> FactsAsync(Participant customer)
    {
        var undone = new UndoneClaims(_bench.Get<ImportRecords>(), _bench.Get<ParticipantRecords>(), _bench.Bank.Id);
        var known = new KnownContacts(_bench.Get<ContactRecords>(), _bench.Get<ContactKeys>(), undone, _bench.Bank.Id);
        return (await known.OfAsync([customer], CancellationToken.None)).Single();
    }

    private async Task<Participant> OneCustomerAsync()
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync();
        await _bench.Bank.AddAdvisorAsync();
        var customer = await _bench.Bank.AddWaitingAsync(1);
        var (batch, at) = (customer.Id.Batch, _bench.Clock.GetUtcNow());
        await _bench.Get<ImportRecords>().Imports.InsertAsync(ImportRecords.Partition(_bench.Bank.Id), batch.ToString(), new Import(
            batch, "geko.csv", "hash", "stored", at, "", ImportState.Confirmed, 1, new Dictionary<ParticipantState, int>(), [], null, ConfirmedAt: at));
        return customer;
    }

    private Task<Import?> UndoAsync() => _bench.Get<UndoImport>().RunAsync(_bench.Bank.Id, new BatchId(_bench.Bank.Week, BatchKind.Import, 1));

    private async Task<List<Contact>> ContactsAsync(Participant customer)
    {
        var keys = _bench.Get<ContactKeys>();
        var found = new List<Contact>();
        foreach (var row in new[] { keys.OfCustomerNumber(_bench.Bank.Id, customer.CustomerNumber), keys.OfEmail(_bench.Bank.Id, customer.Email) })
        {
            found.Add((await _bench.Get<ContactRecords>().Contacts.ReadAsync(ContactRecords.Partition(_bench.Bank.Id), row))?.Value ?? new Contact());
        }

        return found;
    }
}
