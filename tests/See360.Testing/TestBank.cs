using See360.Core;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Testing;

/// <summary>An invented bank in a record store: an institute, an approved survey and advisors, to which a test adds
/// what it is about.</summary>
public sealed class TestBank(IRecordStore store, TimeProvider clock, string id = "musterstadt", int number = 1)
{
    public IRecordStore Store => store;

    public InstituteId Id { get; } = InstituteId.Parse(id);

    public InstituteRecords Institutes { get; } = new(store);

    public OrganisationRecords Organisation { get; } = new(store);

    public SurveyRecords Surveys { get; } = new(store);

    public ParticipantRecords Participants { get; } = new(store);

    public IsoWeek Week => IsoWeek.Of(clock.GetUtcNow(), "Europe/Berlin");

    public async Task<TestBank> OpenAsync(bool agreed = true)
    {
        var institute = Institute.With(Id, number, "Sparkasse Musterstadt") with
        {
            MailDomain = "feedback.sparkasse-musterstadt.example",
            Imprint = new Imprint("Sparkasse Musterstadt", "Marktplatz 1", "12345 Musterstadt", "+49 30 5550100", "info@sparkasse-musterstadt.example", "HRA 1234"),
            PrivacyNotice = new LocalizedText("Wir verarbeiten Ihre Angaben, um unsere Beratung zu verbessern.", "We process what you tell us to improve our advice."),
            ConceptAgreed = agreed ? new ConceptAgreement(1, "romy.hoerdt@sparkasse-musterstadt.example", clock.GetUtcNow()) : null,
        };
        await Institutes.Institutes.InsertAsync(InstituteRecords.Partition, Id.ToString(), institute);
        return this;
    }

    public async Task<Survey> AddSurveyAsync(
        string survey = "beratung", int surveyNumber = 1, SurveyKind kind = SurveyKind.EventBased, SurveyRules? rules = null,
        bool approved = true, bool asksSelfImage = false, ConfidentialityMode confidentiality = ConfidentialityMode.Personal)
    {
        var value = new Survey(
            SurveyId.Parse(survey), surveyNumber, kind, new LocalizedText("Beratung", "Advice"), ["Beratung"], 1, rules ?? new SurveyRules(),
            confidentiality, asksSelfImage, "generalists", approved ? clock.GetUtcNow() : null, approved ? "test" : null);
        await Surveys.Surveys.InsertAsync(SurveyRecords.Partition(Id), survey, value);
        return value;
    }

    public async Task<Employee> AddAdvisorAsync(int n = 1, bool active = true)
    {
        var employee = new Employee(
            $"berater{n}@sparkasse-musterstadt.example", n, Salutation.Frau, "", "Jana", $"Berg{n}", "Kundenbetreuer", "111", "+49 30 5550101", "Kundenbetreuer", Active: active);
        await Organisation.Employees.InsertAsync(OrganisationRecords.Partition(Id), OrganisationRecords.EmployeeRow(employee.UserName), employee);
        return employee;
    }

    /// <summary>A confirmed, ready customer in the stock of a survey.</summary>
    public async Task<Participant> AddWaitingAsync(
        int n, string survey = "beratung", int advisor = 1, string? customerNumber = null, string? email = null, Func<Participant, Participant>? change = null,
        int import = 1)
    {
        var id = new ParticipantId(new BatchId(Week, BatchKind.Import, import), n);
        var participant = new Participant(
            id, ParticipantKind.Customer, customerNumber ?? $"{n:D10}", Salutation.Herr, "", "Max", $"Kunde{n}", email ?? $"kunde{n}@kunde.example", Language.De,
            Week.Monday.AddDays(-4), $"berater{advisor}@sparkasse-musterstadt.example", "111", SurveyId.Parse(survey), "Privatkunden", "",
            new LegalBasis(LegalBasisKind.ExistingCustomer, "test", Week.Monday), ParticipantState.Ready, "", [], null);
        participant = change?.Invoke(participant) ?? participant;
        await Participants.Participants.InsertAsync(ParticipantRecords.Partition(Id, id.Batch), id.Row, participant);
        await Participants.Waiting.InsertAsync(
            ParticipantRecords.WaitingPartition(Id, SurveyId.Parse(survey)),
            ParticipantRecords.WaitingRow(participant.Advisor, id),
            new Waiting(id, participant.Advisor));
        return participant;
    }
}
