using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>What would leave if send were pressed now, before the sending rules have their last word.</summary>
/// <param name="Locks">Codes (<see cref="SendReasonTexts"/>) of why nothing can be sent of a survey that somebody waits for.</param>
public sealed record SendableCount(int Invitations, int SelfImages, IReadOnlyList<string> Locks);

/// <summary>Counts who waits. Costs as much as there is waiting, never as much as the institute has seen.</summary>
public sealed class Sendable(
    InstituteRecords institutes, SurveyRecords surveys, ParticipantRecords participants, OrganisationRecords organisation, CycleRecords cycles, TimeProvider clock)
{
    public async Task<SendableCount> CountAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var employees = await organisation.EmployeesAsync(institute, cancel);
        var (invitations, selfImages, locks) = (0, 0, new List<string>());
        foreach (var survey in await surveys.AllAsync(institute, cancel))
        {
            var waiting = await WaitingAsync(bank, survey, cancel);
            if (waiting.Count == 0)
            {
                continue;
            }

            var locked = SendingRules.Locks(bank, survey, clock.GetUtcNow());
            locks.AddRange(locked.Except(locks));
            if (locked.Count > 0)
            {
                continue;
            }

            invitations += waiting.Count;
            selfImages += survey.AsksSelfImage ? await SelfImagesAsync(bank, survey, waiting.Select(w => w.Advisor).Distinct(), employees, cancel) : 0;
        }

        return new SendableCount(invitations, selfImages, locks);
    }

    private async Task<List<Waiting>> WaitingAsync(Institute bank, Survey survey, CancellationToken cancel)
    {
        int? most = null;
        if (survey.Kind == SurveyKind.Strategic)
        {
            var cycle = new CycleId(IsoWeek.Of(clock.GetUtcNow(), bank.TimeZone), survey.Id);
            var dosed = await cycles.Sends.ListAsync(CycleRecords.SendPartition(bank.Id, cycle), RowRange.Prefix($"{SendKind.Invitation}|"), cancel);
            most = Math.Max(0, (survey.Rules.WeeklyDose ?? 0) - dosed.Count);
        }

        return most == 0
            ? []
            : await participants.Waiting.ListAsync(ParticipantRecords.WaitingPartition(bank.Id, survey.Id), new RowRange(Take: most), cancel);
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
}
