using See360.Core.Contacts;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>Claims the quarantine of who is to be invited: from that moment no other survey and no other participant
/// with the same customer number or address can be invited. Claiming again for the same participant changes nothing.</summary>
public sealed class ContactClaims(ContactRecords records, ImportRecords imports, ParticipantRecords participants, ContactKeys keys, TimeProvider clock)
{
    /// <summary>Judges every case that is still to be decided and claims for the allowed ones, all in one write; if
    /// another cycle was in between, everything is read and judged again.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, SendVerdict>> ClaimAsync(CycleContext context, IReadOnlyList<InviteCase> cases, CancellationToken cancel = default)
    {
        var partition = ContactRecords.Partition(context.Institute.Id);
        var open = cases.Where(c => c.Person?.Value.State is ParticipantState.Ready or ParticipantState.Quarantine).ToList();
        while (true)
        {
            var contacts = await ReadAsync(context.Institute.Id, open.Select(c => c.Person!.Value), cancel);
            var verdicts = open.ToDictionary(c => c.Person!.Value.Id, c => Judge(context.Institute.Id, context.Survey, c.Person!.Value, c.Advisor, contacts));
            var changes = contacts.Values.Where(c => c.IsChanged).Select(c => c.Change()).ToList();
            if (changes.Count == 0 || (await records.Contacts.WriteAsync(partition, changes, cancel)).Written)
            {
                return verdicts;
            }
        }
    }

    /// <summary>Who would be granted, if they came in this order: the same judgement, and nothing is written.</summary>
    /// <param name="most">Of each survey at most so many; a survey that is not named has no bound.</param>
    public async Task<IReadOnlyList<InviteCandidate>> WouldGrantAsync(
        InstituteId institute, IReadOnlyList<InviteCandidate> candidates, IReadOnlyDictionary<SurveyId, int> most, CancellationToken cancel = default)
    {
        var contacts = await ReadAsync(institute, candidates.Select(c => c.Person), cancel);
        var granted = new List<InviteCandidate>();
        var left = new Dictionary<SurveyId, int>(most);
        foreach (var candidate in candidates.Where(c => c.Person.State is ParticipantState.Ready or ParticipantState.Quarantine))
        {
            var survey = candidate.Survey.Id;
            if (left.GetValueOrDefault(survey, int.MaxValue) > 0 && Judge(institute, candidate.Survey, candidate.Person, candidate.Advisor, contacts).Allowed)
            {
                granted.Add(candidate);
                left[survey] = left.GetValueOrDefault(survey, int.MaxValue) - 1;
            }
        }

        return granted;
    }

    /// <summary>Gives back what was claimed for somebody who got no mail and will get none. Nothing else is touched, so
    /// it may be said again.</summary>
    public async Task ReleaseAsync(InstituteId institute, Participant participant, CancellationToken cancel = default)
    {
        foreach (var key in new[] { NumberKey(institute, participant), EmailKey(institute, participant) }.OfType<string>())
        {
            await records.Contacts.UpdateAsync(ContactRecords.Partition(institute), key, contact => contact?.Release(participant.Id), cancel);
        }
    }

    /// <summary>What is known of one participant's customer number and address.</summary>
    public async Task<(Contact? ByNumber, Contact? ByEmail)> KnownAsync(InstituteId institute, Participant participant, CancellationToken cancel = default)
    {
        return (await OfAsync(NumberKey(institute, participant)), await OfAsync(EmailKey(institute, participant)));

        async Task<Contact?> OfAsync(string? key) =>
            key is null ? null : (await records.Contacts.ReadAsync(ContactRecords.Partition(institute), key, cancel))?.Value;
    }

    public Task MarkUndeliverableAsync(InstituteId institute, Participant participant, DateTimeOffset now, CancellationToken cancel = default) =>
        EmailKey(institute, participant) is { } key
            ? records.Contacts.UpdateAsync(ContactRecords.Partition(institute), key,
                contact => (contact ?? new Contact()) with { UndeliverableAt = contact?.UndeliverableAt ?? now, UndeliverableReason = "bounce" }, cancel)
            : Task.CompletedTask;

    private SendVerdict Judge(InstituteId institute, Survey survey, Participant person, Employee? advisor, Dictionary<string, Slot> contacts)
    {
        var number = Find(contacts, NumberKey(institute, person));
        var email = Find(contacts, EmailKey(institute, person));
        var now = clock.GetUtcNow();
        var verdict = SendingRules.Invite(new SendCase(survey, person, advisor, number?.Value, email?.Value, now));
        if (verdict.Allowed)
        {
            number?.Claim(person.Id, now);
            email?.Claim(person.Id, now);
        }

        return verdict;
    }

    private async Task<Dictionary<string, Slot>> ReadAsync(InstituteId institute, IEnumerable<Participant> persons, CancellationToken cancel)
    {
        var wanted = persons.SelectMany(p => new[] { NumberKey(institute, p), EmailKey(institute, p) }).OfType<string>().Distinct().ToList();
        var found = await Task.WhenAll(wanted.Select(key => records.Contacts.ReadAsync(ContactRecords.Partition(institute), key, cancel)));
        var undone = new UndoneClaims(imports, participants, institute);
        var valid = await Task.WhenAll(found.Select(async read => read is null ? null : await undone.WithoutAsync(read.Value, cancel)));
        return wanted.Select((key, i) => new Slot(key, found[i], valid[i])).ToDictionary(slot => slot.Key);
    }

    private string? NumberKey(InstituteId institute, Participant p) => p.CustomerNumber.Length == 0 ? Kept(p, 'n') : keys.OfCustomerNumber(institute, p.CustomerNumber);

    private string? EmailKey(InstituteId institute, Participant p) => p.Email.Length == 0 ? Kept(p, 'a') : keys.OfEmail(institute, p.Email);

    /// <summary>Of somebody erased: a report on his mail may still come.</summary>
    private static string? Kept(Participant p, char kind) => p.ContactRows?.FirstOrDefault(row => row[0] == kind);

    private static Slot? Find(Dictionary<string, Slot> contacts, string? key) => key is null ? null : contacts[key];

    /// <summary>A contact as read, and as it counts and will be: two participants of one unit see each other's claims.</summary>
    private sealed class Slot(string key, Versioned<Contact>? read, Contact? valid)
    {
        public string Key => key;

        public Contact? Value { get; private set; } = valid;

        public bool IsChanged { get; private set; }

        public void Claim(ParticipantId by, DateTimeOffset now)
        {
            if (Value?.ClaimedBy == by)
            {
                return;
            }

            Value = (Value ?? new Contact()).Claim(by, now);
            IsChanged = true;
        }

        public RecordChange Change() => read is null ? Table<Contact>.Insert(key, Value!) : Table<Contact>.Replace(read, Value!);
    }
}

/// <summary>Somebody in the stock, before anything is decided.</summary>
public sealed record InviteCandidate(Survey Survey, Participant Person, Employee? Advisor);
