using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Imports.Judging;

/// <summary>What the rows of one file are judged against, besides contacts and earlier imports.</summary>
public sealed class JudgeContext
{
    private readonly Dictionary<string, Employee> _advisors;
    private readonly IReadOnlyDictionary<string, Unit> _units;
    private readonly Dictionary<SurveyId, Survey> _surveys;

    /// <param name="places">Which field holds each of <see cref="ImportColumns"/>.</param>
    /// <param name="attestation">Who attests that rows with a Kundennummer are existing customers; null: nobody.</param>
    public JudgeContext(
        BatchId batch, int[] places, Institute institute, DateTimeOffset now, Attestation? attestation,
        IEnumerable<Employee> employees, IReadOnlyDictionary<string, Unit> units, IReadOnlyList<Survey> surveys)
    {
        (Batch, Places, Now, Attestation) = (batch, places, now, attestation);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(institute.TimeZone);
        Today = LocalDay(now);
        AttestedBasis = attestation is null
            ? LegalBasis.None
            : new LegalBasis(LegalBasisKind.ExistingCustomer, attestation.By, LocalDay(attestation.At));
        _advisors = employees.ToDictionary(e => e.UserName, StringComparer.OrdinalIgnoreCase);
        _units = units;
        _surveys = surveys.ToDictionary(s => s.Id);
        Surveys = new SurveyChoice(surveys);
    }

    public BatchId Batch { get; }

    public int[] Places { get; }

    public DateTimeOffset Now { get; }

    public DateOnly Today { get; }

    public Attestation? Attestation { get; }

    /// <summary>What the attestation gives to a row with a Kundennummer.</summary>
    public LegalBasis AttestedBasis { get; }

    public SurveyChoice Surveys { get; }

    private TimeZoneInfo Zone { get; }

    public Employee? Advisor(string userName) => _advisors.GetValueOrDefault(userName);

    public string UnitName(string number) => _units.TryGetValue(number, out var unit) ? unit.Name : "";

    public Survey Survey(SurveyId id) => _surveys[id];

    public DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
