using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Cycles;

/// <summary>What would leave if send were pressed now.</summary>
/// <param name="Locks">Codes (<see cref="SendReasonTexts"/>) of why nothing can be sent of a survey that somebody waits for.</param>
/// <param name="NotApproved">Names of the surveys that somebody waits for and nobody has approved.</param>
/// <param name="ApprovalWithdrawn">Names of those whose approval was withdrawn.</param>
public sealed record SendableCount(
    int Invitations, int SelfImages, IReadOnlyList<string> Locks, IReadOnlyList<LocalizedText> NotApproved, IReadOnlyList<LocalizedText> ApprovalWithdrawn);

/// <summary>Counts who would get a mail, by the rules of the dispatch itself: who is ready in two imports is one. The
/// stock is read each time; the persons and contacts behind it only when it has changed, or after
/// <see cref="Remembered"/>, because an objection changes no stock. Costs as much as there is waiting, never as much as
/// the institute has seen.</summary>
public sealed class Sendable(
    InstituteRecords institutes, SurveyRecords surveys, ParticipantRecords participants, OrganisationRecords organisation, CycleRecords cycles,
    ContactClaims claims, TimeProvider clock)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<InstituteId, (string Stock, DateTimeOffset At, SendableCount Count)> _known = new();

    public async Task<SendableCount> CountAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var (open, locks, notApproved, withdrawn) = (new List<Queue>(), new List<string>(), new List<LocalizedText>(), new List<LocalizedText>());
        foreach (var survey in await surveys.AllAsync(institute, cancel))
        {
            var queue = await QueueAsync(bank, survey, cancel);
            if (queue.Places.Count == 0)
            {
                continue;
            }

            var locked = SendingRules.Locks(bank, survey, clock.GetUtcNow());
            locks.AddRange(locked.Except(locks));
            if (locked.Contains(SendingRules.NotApproved))
            {
                notApproved.Add(survey.Name);
            }

            if (locked.Contains(SendingRules.ApprovalWithdrawn))
            {
                withdrawn.Add(survey.Name);
            }

            if (locked.Count == 0)
            {
                open.Add(queue);
            }
        }

        var (stock, now) = (Fingerprint(open), clock.GetUtcNow());
        if (!_known.TryGetValue(institute, out var known) || known.Stock != stock || now - known.At >= Remembered || now < known.At)
        {
            _known[institute] = known = (stock, now, await JudgeAsync(bank, open, cancel));
        }

        return known.Count with { Locks = locks, NotApproved = notApproved, ApprovalWithdrawn = withdrawn };
    }

    /// <summary>Of an event-based survey everybody who waits; of a strategic one who is due, up to what is left of the
    /// week's dose for each advisor, as <see cref="Stock"/> takes them.</summary>
    private async Task<Queue> QueueAsync(Institute bank, Survey survey, CancellationToken cancel)
    {
        var partition = ParticipantRecords.WaitingPartition(bank.Id, survey.Id);
        if (survey.Kind == SurveyKind.EventBased)
        {
            return new Queue(survey, await PlacesAsync(partition, RowRange.All, cancel), null);
        }

        var cycle = new CycleId(IsoWeek.Of(clock.GetUtcNow(), bank.TimeZone), survey.Id);
        var dosed = await cycles.Sends.ListAsync(CycleRecords.SendPartition(bank.Id, cycle), RowRange.Prefix($"{SendKind.Invitation}|"), cancel);
        var left = Math.Max(0, (survey.Rules.WeeklyDose ?? 0) - dosed.Count);
        var places = new List<Versioned<Waiting>>();
        if (left > 0)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            foreach (var advisor in (await organisation.EmployeesAsync(bank.Id, cancel)).Keys.Order(StringComparer.Ordinal))
            {
                places.AddRange(await PlacesAsync(partition, ParticipantRecords.WaitingDue(advisor, today, left), cancel));
            }
        }

        return new Queue(survey, places, left);
    }

    private async Task<List<Versioned<Waiting>>> PlacesAsync(string partition, RowRange range, CancellationToken cancel)
    {
        var places = new List<Versioned<Waiting>>();
        await foreach (var place in participants.Waiting.RangeAsync(partition, range, cancel))
        {
            places.Add(place);
        }

        return places;
    }

    private async Task<SendableCount> JudgeAsync(Institute bank, List<Queue> queues, CancellationToken cancel)
    {
        var employees = await organisation.EmployeesAsync(bank.Id, cancel);
        var candidates = new List<InviteCandidate>();
        foreach (var queue in queues)
        {
            var persons = await Task.WhenAll(queue.Places.Select(place => participants.ReadAsync(bank.Id, place.Value.Participant, cancel)));
            candidates.AddRange(persons.OfType<Versioned<Participant>>()
                .DistinctBy(person => person.Value.Id)
                .Select(person => new InviteCandidate(queue.Survey, person.Value, employees.GetValueOrDefault(person.Value.Advisor))));
        }

        var most = queues.Where(q => q.Dose is not null).ToDictionary(q => q.Survey.Id, q => q.Dose!.Value);
        var granted = await claims.WouldGrantAsync(bank.Id, candidates, most, cancel);
        var selfImages = 0;
        foreach (var survey in granted.GroupBy(c => c.Survey).Where(g => g.Key.AsksSelfImage))
        {
            selfImages += await SelfImagesAsync(bank, survey.Key, survey.Select(c => c.Person.Advisor).Distinct(), employees, cancel);
        }

        return new SendableCount(granted.Count, selfImages, [], [], []);
    }

    private async Task<int> SelfImagesAsync(
        Institute bank, Survey survey, IEnumerable<string> advisors, Dictionary<string, Employee> employees, CancellationToken cancel)
    {
        var asked = (await cycles.SelfImages.ListAsync(CycleRecords.SelfImagePartition(bank.Id, survey.Id), cancel: cancel))
            .Where(request => request.AskedAt + AskSelfImagesUnit.ValidFor >= clock.GetUtcNow())
            .Select(request => request.Participant.Number)
            .ToHashSet();
        return advisors.Count(name => employees.TryGetValue(name, out var employee) && employee.Active && !asked.Contains(employee.Number));
    }

    /// <summary>Changes with every place that comes or goes.</summary>
    private static string Fingerprint(List<Queue> queues)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var queue in queues)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{queue.Survey}\n{queue.Dose}\n"));
            foreach (var place in queue.Places)
            {
                hash.AppendData(MemoryMarshal.AsBytes(place.Row.AsSpan()));
                hash.AppendData(MemoryMarshal.AsBytes(place.Version.AsSpan()));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <param name="Dose">What is left of the week's dose; null: no bound.</param>
    private sealed record Queue(Survey Survey, List<Versioned<Waiting>> Places, int? Dose);
}
