using See360.Core;
using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;

namespace See360.Testing;

/// <summary>A bank with one survey and people who have been invited to it: what tests of the survey page start from.</summary>
public sealed class InvitedCustomer
{
    public static InstituteId Bank { get; } = InstituteId.Parse("musterstadt");

    public static SurveyId Survey { get; } = SurveyId.Parse("beratung");

    public static CycleId Cycle { get; } = new(new IsoWeek(2026, 46), Survey);

    public const string AdvisorName = "jana.berg@musterstadt.example";

    private readonly IRecordStore _store;

    private InvitedCustomer(IRecordStore store, TimeProvider clock)
    {
        (_store, Clock) = (store, clock);
        Secrets = new SecretKeys([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
        Tokens = new SurveyTokens(Secrets);
        Keys = new ContactKeys(Secrets);
        Lookup = new SurveyLookup(new InstituteRecords(store), new SurveyRecords(store), clock);
        Links = new SurveyLinks(Tokens, Lookup, new ParticipantRecords(store), new ContactRecords(store), new CycleRecords(store), Keys, clock);
        Feed = new ResponseFeed(clock);
        Responses = new ResponseRecords(store);
    }

    public TimeProvider Clock { get; }

    public SecretKeys Secrets { get; }

    public SurveyTokens Tokens { get; }

    public ContactKeys Keys { get; }

    public SurveyLookup Lookup { get; }

    public SurveyLinks Links { get; }

    public ResponseFeed Feed { get; }

    public ResponseRecords Responses { get; }

    /// <summary>The first customer of the first import, invited now.</summary>
    public ParticipantId Customer { get; } = new(new BatchId(new IsoWeek(2026, 46), BatchKind.Import, 1), 1);

    /// <summary>The customer's link.</summary>
    public string Token => TokenOf(Customer);

    public OpenSurvey Open => new(Links, Lookup, new OrganisationRecords(_store), Responses);

    public SaveAnswers Save => new(Links, Lookup, Responses, Clock);

    public CompleteResponse Complete => new(Links, Lookup, Responses, Feed, Clock);

    public static async Task<InvitedCustomer> InAsync(
        IRecordStore store, TimeProvider clock, Func<Institute, Institute>? institute = null, Func<Survey, Survey>? survey = null, Func<SurveyVersion, SurveyVersion>? version = null)
    {
        var scene = new InvitedCustomer(store, clock);
        await new InstituteRecords(store).Institutes.InsertAsync(InstituteRecords.Partition, Bank.ToString(), (institute ?? (i => i))(BankRecord()));
        var surveys = new SurveyRecords(store);
        await surveys.Surveys.InsertAsync(SurveyRecords.Partition(Bank), Survey.ToString(), (survey ?? (s => s))(SurveyRecord(clock)));
        await surveys.Versions.InsertAsync(
            SurveyRecords.VersionPartition(Bank, Survey), SurveyRecords.VersionRow(1), (version ?? (v => v))(VersionRecord(clock)));
        await new OrganisationRecords(store).Employees.InsertAsync(
            OrganisationRecords.Partition(Bank),
            OrganisationRecords.EmployeeRow(AdvisorName),
            new Employee(AdvisorName, 1, Salutation.Frau, "", "Jana", "Berg", "Beraterin", "100", "", ""));
        await scene.InviteAsync(scene.Customer);
        return scene;
    }

    public string TokenOf(ParticipantId participant) => Tokens.Create(1, participant);

    /// <summary>Adds a participant; by default a customer who has just been invited.</summary>
    public async Task<string> InviteAsync(ParticipantId id, Func<Participant, Participant>? change = null)
    {
        var participant = new Participant(
            id, ParticipantKind.Customer, $"00{id.Number}", Salutation.Frau, "", "Erika", "Muster", $"kunde{id.Number}@post.example", Language.De,
            new DateOnly(2026, 11, 5), AdvisorName, "100", Survey, "Privat", "Filiale",
            new LegalBasis(LegalBasisKind.ExistingCustomer, "test", null), ParticipantState.Invited, "", [], null, Cycle, Clock.GetUtcNow());
        await new ParticipantRecords(_store).Participants.InsertAsync(
            ParticipantRecords.Partition(Bank, id.Batch), id.Row, (change ?? (p => p))(participant));
        return TokenOf(id);
    }

    public async Task<Response?> StoredAsync(ParticipantId? id = null, ParticipantKind kind = ParticipantKind.Customer) =>
        (await Responses.Responses.ReadAsync(ResponseRecords.Partition(Bank, Cycle, kind), (id ?? Customer).ToString()))?.Value;

    private static Institute BankRecord() => Institute.With(Bank, 1, "Sparkasse Musterstadt") with
    {
        Imprint = new Imprint("Sparkasse Musterstadt", "Marktplatz 1", "12345 Musterstadt", "01234 5670", "info@musterstadt.example", "HRA 1"),
        PrivacyNotice = new LocalizedText("Verantwortlich ist die Sparkasse Musterstadt.", "The controller is Sparkasse Musterstadt."),
        ReviewLinks =
        [
            new ReviewLink("google", "https://g.page/musterstadt", new LocalizedText("Bei Google bewerten", "Review on Google"), PromotersOnly: false),
            new ReviewLink("gute-banken", "https://bewertung.example/", new LocalizedText("Bei Gute Banken bewerten", "Review on Gute Banken"), PromotersOnly: true),
        ],
    };

    private static Survey SurveyRecord(TimeProvider clock) => new(
        Survey, 1, SurveyKind.EventBased, new LocalizedText("Beratung", "Advice"), ["Beratung"], 1, new SurveyRules(),
        ConfidentialityMode.Personal, AsksSelfImage: true, "kundenbetreuer", clock.GetUtcNow(), "leitung@musterstadt.example");

    /// <summary>quality (required) → nps (0–6 → reason, else → comment) → reason → comment.</summary>
    private static SurveyVersion VersionRecord(TimeProvider clock) => new(
        Survey, 1, clock.GetUtcNow(),
        new RatingScale(1, 5, new LocalizedText("gar nicht", "not at all"), new LocalizedText("sehr gut", "very well")),
        new LocalizedText("Wie war Ihr Gespräch?", "How was your conversation?"),
        new LocalizedText("Vielen Dank.", "Thank you."),
        [
            new Question(
                "quality", QuestionKind.Rating, new LocalizedText("Wie gut ist {{berater}} auf Ihre Fragen eingegangen?", "How well did {{berater}} answer your questions?"),
                Required: true, SelfText: new LocalizedText("Wie gut gehen Sie auf Fragen ein?", "How well do you answer questions?")),
            new Question(
                "nps", QuestionKind.Nps, new LocalizedText("Würden Sie uns empfehlen?", "Would you recommend us?"), Required: true,
                Branches: [new Branch("reason", MaxScore: 6), new Branch("comment", MinScore: 7)]),
            new Question("reason", QuestionKind.FreeText, new LocalizedText("Was fehlt Ihnen?", "What do you miss?")),
            new Question(
                "comment", QuestionKind.FreeText, new LocalizedText("Was möchten Sie noch sagen?", "Anything else?"),
                SelfText: new LocalizedText("Was möchten Sie besser machen?", "What would you like to do better?")),
        ]);
}
