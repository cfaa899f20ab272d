using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Surveys;

namespace See360.Core.Participants;

/// <summary>What a participant's keys are called: people, units and surveys of an institute, read once for a page.</summary>
public sealed class ParticipantNames
{
    private readonly Dictionary<string, Employee> _employees;
    private readonly Dictionary<string, Unit> _units;
    private readonly Dictionary<SurveyId, Survey> _surveys;

    private ParticipantNames(Dictionary<string, Employee> employees, Dictionary<string, Unit> units, Dictionary<SurveyId, Survey> surveys) =>
        (_employees, _units, _surveys) = (employees, units, surveys);

    public static async Task<ParticipantNames> ReadAsync(
        InstituteId institute, OrganisationRecords organisation, SurveyRecords surveys, CancellationToken cancel) => new(
        await organisation.EmployeesAsync(institute, cancel),
        await organisation.UnitsAsync(institute, cancel),
        (await surveys.AllAsync(institute, cancel)).ToDictionary(s => s.Id));

    /// <summary>The name of an employee; the user name of somebody who is none.</summary>
    public string Person(string userName) => _employees.GetValueOrDefault(userName)?.FullName ?? userName;

    public string Unit(string number) => _units.GetValueOrDefault(number)?.Name ?? number;

    public Survey? Survey(Participant participant) =>
        (participant.Cycle?.Survey ?? participant.Survey) is { } id ? Survey(id) : null;

    public Survey? Survey(SurveyId id) => _surveys.GetValueOrDefault(id);
}
