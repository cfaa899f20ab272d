using System.Globalization;
using See360.Core.Contacts;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Imports.Judging;

/// <summary>
/// What the contacts say of a file's people. A weekly file reads its few keys one by one, many at a time; a file that
/// passes <see cref="KeysBeforeRange"/> (a strategic stock, once in a while) reads the institute's contacts as one
/// range instead, which is a thousand records a request in Table Storage, and keeps 40 bytes of each.
/// </summary>
public sealed class KnownContacts(ContactRecords records, ContactKeys keys, UndoneClaims undone, InstituteId institute)
{
    private const int KeysBeforeRange = 4000;
    private const int AtOnce = 32;

    private readonly string _partition = ContactRecords.Partition(institute);
    private Dictionary<UInt128, ContactFacts>? _all;
    private int _keysRead;

    /// <summary>The facts of each participant that is ready by its fields, in order: first the number's, then the address's.</summary>
    public async Task<(ContactFacts Number, ContactFacts Address)[]> OfAsync(IReadOnlyList<Participant> participants, CancellationToken cancel)
    {
        var facts = new (ContactFacts Number, ContactFacts Address)[participants.Count];
        if (_all is null && _keysRead > KeysBeforeRange)
        {
            _all = await ReadAllAsync(cancel);
        }

        if (_all is { } all)
        {
            for (var i = 0; all.Count > 0 && i < facts.Length; i++)
            {
                facts[i] = participants[i].State == ParticipantState.Ready ? (InMemory(all, NumberKey(participants[i])), InMemory(all, AddressKey(participants[i]))) : default;
            }

            return facts;
        }

        using var gate = new SemaphoreSlim(AtOnce);
        await Task.WhenAll(Enumerable.Range(0, facts.Length).Where(i => participants[i].State == ParticipantState.Ready).Select(async i =>
        {
            _keysRead += 2;
            await gate.WaitAsync(cancel);
            try
            {
                facts[i] = (await ReadAsync(NumberKey(participants[i]), cancel), await ReadAsync(AddressKey(participants[i]), cancel));
            }
            finally
            {
                gate.Release();
            }
        }));
        return facts;
    }

    private string? NumberKey(Participant participant) =>
        participant.CustomerNumber.Length > 0 ? keys.OfCustomerNumber(institute, participant.CustomerNumber) : null;

    private string AddressKey(Participant participant) => keys.OfEmail(institute, participant.Email);

    private async Task<ContactFacts> ReadAsync(string? key, CancellationToken cancel) =>
        key is not null && await records.Contacts.ReadAsync(_partition, key, cancel) is { } found ? await FactsAsync(found.Value, cancel) : default;

    private async Task<Dictionary<UInt128, ContactFacts>> ReadAllAsync(CancellationToken cancel)
    {
        var all = new Dictionary<UInt128, ContactFacts>();
        await foreach (var contact in records.Contacts.RangeAsync(_partition, RowRange.All, cancel))
        {
            all[Short(contact.Row)] = await FactsAsync(contact.Value, cancel);
        }

        return all;
    }

    private static ContactFacts InMemory(Dictionary<UInt128, ContactFacts> all, string? key) =>
        key is null ? default : all.GetValueOrDefault(Short(key));

    private async Task<ContactFacts> FactsAsync(Contact contact, CancellationToken cancel) => new(
        (await undone.WithoutAsync(contact, cancel)).ClaimedAt, contact.ObjectedAt is not null, contact.UndeliverableAt is not null);

    /// <summary>The key's 128 bits; its first letter (number or address) turns the last bit, so that the two can't meet by design.</summary>
    private static UInt128 Short(string key) =>
        UInt128.Parse(key.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) ^ (key[0] == 'n' ? UInt128.One : UInt128.Zero);
}
