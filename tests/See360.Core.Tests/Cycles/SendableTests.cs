using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Core.Tests.Cycles;

/// <summary>The number on the button is the number of mails.</summary>
public sealed class SendableTests
{
    private readonly CountingStore _store = new(new InMemoryRecordStore());
    private readonly CycleBench _bench;

    public SendableTests() => _bench = new CycleBench(store: _store);

    [Fact]
    public async Task Count_CustomerReadyInTwoImports_IsOne()
    {
        await OpenAsync();
        await _bench.Bank.AddWaitingAsync(1);
        await _bench.Bank.AddWaitingAsync(2);
        await _bench.Bank.AddWaitingAsync(3, customerNumber: $"{1:D10}", email: "anders@kunde.example", import: 2);

        Assert.Equal(2, await CountAsync());
        await _bench.SendAsync();
        Assert.Equal(2, _bench.Mailer.HandedOver);
    }

    [Fact]
    public async Task Count_CustomerReadyInTwoSurveys_IsOne()
    {
        await OpenAsync();
        await _bench.Bank.AddSurveyAsync("versicherung", 2);
        await _bench.Bank.AddWaitingAsync(1);
        await _bench.Bank.AddWaitingAsync(2, "versicherung", email: "KUNDE1@kunde.example");

        Assert.Equal(1, await CountAsync());
        await _bench.SendAsync();
        Assert.Equal(1, _bench.Mailer.HandedOver);
    }

    [Fact]
    public async Task Count_ObjectedOrAskedSinceTheImport_IsLeftOut()
    {
        await OpenAsync();
        var objected = await _bench.Bank.AddWaitingAsync(1);
        var asked = await _bench.Bank.AddWaitingAsync(2);
        await _bench.Bank.AddWaitingAsync(3);
        await _bench.Bank.AddWaitingAsync(4, advisor: 9);
        Assert.Equal(3, await CountAsync());
        var now = _bench.Clock.GetUtcNow();
        await ContactAsync(objected, new Contact(ObjectedAt: now));
        await ContactAsync(asked, new Contact(asked.Id with { Number = 99 }, now.AddDays(-1)));

        _bench.Clock.Advance(Sendable.Remembered);

        Assert.Equal(1, await CountAsync());
        await _bench.SendAsync();
        Assert.Equal(1, _bench.Mailer.HandedOver);
    }

    [Fact]
    public async Task Count_StrategicSurvey_IsWhatIsLeftOfTheDoseAmongThoseWhoMayBeAsked()
    {
        await OpenAsync();
        await _bench.Bank.AddSurveyAsync("strategie", 2, SurveyKind.Strategic, new SurveyRules { WeeklyDose = 3 });
        for (var n = 1; n <= 10; n++)
        {
            await _bench.Bank.AddWaitingAsync(n, "strategie");
        }

        Assert.Equal(3, await CountAsync());
        await _bench.SendAsync();
        Assert.Equal(3, _bench.Mailer.HandedOver);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Count_AskedAgainAtOnce_ReadsNoPersonAndNoContact()
    {
        await OpenAsync();
        for (var n = 1; n <= 20; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        await CountAsync();
        var reads = _store.Reads;

        await CountAsync();

        Assert.True(_store.Reads - reads < 5);
        await _bench.Bank.AddWaitingAsync(21);
        Assert.Equal(21, await CountAsync());
    }

    [Fact]
    public async Task Count_SelfImages_AreThoseOfTheAdvisorsWhoseCustomersAreInvited()
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync(asksSelfImage: true);
        await _bench.Bank.AddAdvisorAsync(1);
        await _bench.Bank.AddAdvisorAsync(2);
        await _bench.Bank.AddWaitingAsync(1);
        var objected = await _bench.Bank.AddWaitingAsync(2, advisor: 2);
        await ContactAsync(objected, new Contact(ObjectedAt: _bench.Clock.GetUtcNow()));

        Assert.Equal(1, (await _bench.Get<Sendable>().CountAsync(_bench.Bank.Id)).SelfImages);
    }

    private async Task<int> CountAsync() => (await _bench.Get<Sendable>().CountAsync(_bench.Bank.Id)).Invitations;

    private Task ContactAsync(Participant customer, Contact contact) => _bench.Get<ContactRecords>().Contacts.InsertAsync(
        ContactRecords.Partition(_bench.Bank.Id), _bench.Get<ContactKeys>().OfCustomerNumber(_bench.Bank.Id, customer.CustomerNumber), contact);

    private async Task OpenAsync()
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync();
        await _bench.Bank.AddAdvisorAsync();
    }
}
