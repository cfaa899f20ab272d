using See360.Core.Contacts;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Retention;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Retention;

public class RetentionRulesTests
{
    private static readonly Institute Bank = Institute.With(InstituteId.Parse("musterstadt"), 1, "Sparkasse Musterstadt");
    private static readonly RetentionPeriods Periods = RetentionPeriods.Default;

    [Theory]
    [InlineData("2026-01-31", "2027-02-01")]
    [InlineData("2026-02-28", "2027-03-01")]
    [InlineData("2028-02-29", "2029-03-01")]
    [InlineData("2026-12-31", "2028-01-01")]
    public void Log_AtTheEndOfAMonth_IsKeptTwelveMonths(string written, string due) =>
        Assert.Equal(DateOnly.Parse(due), RetentionRules.LogDueOn(DateOnly.Parse(written), Periods));

    [Theory]
    [InlineData("2024-02-29", "2027-03-01")]
    [InlineData("2026-08-31", "2029-09-01")]
    public void Answer_AtTheEndOfAMonth_IsKeptThirtySixMonths(string completed, string due) =>
        Assert.Equal(DateOnly.Parse(due), RetentionRules.AnswerDueOn(DateOnly.Parse(completed), Periods));

    [Theory]
    [InlineData("2026-01-31", 1, "2026-03-01")]
    [InlineData("2028-01-31", 1, "2028-03-01")]
    [InlineData("2026-08-31", 6, "2027-03-01")]
    public void Log_MonthThatHasNoSuchDay_EndsWithTheMonth(string written, int months, string due) =>
        Assert.Equal(DateOnly.Parse(due), RetentionRules.LogDueOn(DateOnly.Parse(written), Periods with { LogMonths = months }));

    /// <summary>28 days after 1 March 2026, 08:00 in Berlin, it is 29 March, 09:00: the clocks were put forward that night. The link's
    /// last day is the 29th, whatever the clock says; the 90th day after it is 27 June.</summary>
    [Fact]
    public void Participant_ClocksChangeBetween_IsCountedInDays()
    {
        var invited = Person() with { InvitedAt = new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero), State = ParticipantState.Invited };

        Assert.Equal(new DateOnly(2026, 6, 28), Due(invited));
    }

    /// <summary>23:30 UTC is half past midnight of the next day in Berlin in winter, half past one in summer.</summary>
    [Theory]
    [InlineData("2026-01-10T23:30:00Z", "2026-05-10")]
    [InlineData("2026-01-10T22:30:00Z", "2026-05-09")]
    [InlineData("2026-05-31T22:30:00Z", "2026-09-28")]
    [InlineData("2026-05-31T21:30:00Z", "2026-09-27")]
    public void Participant_AroundMidnight_TheInstitutesDayCounts(string invitedAt, string due) =>
        Assert.Equal(DateOnly.Parse(due), Due(Person() with { InvitedAt = DateTimeOffset.Parse(invitedAt), State = ParticipantState.Invited }));

    [Fact]
    public void Participant_NeverInvited_CountsFromTheImport() =>
        Assert.Equal(new DateOnly(2026, 5, 9), Due(Person() with { State = ParticipantState.Invalid }));

    [Fact]
    public void Participant_OfNoSurvey_HadNoLink() =>
        Assert.Equal(new DateOnly(2026, 4, 11), RetentionRules.ParticipantDueOn(Person() with { State = ParticipantState.Invalid, Survey = null }, Imported, null, Bank));

    [Theory]
    [InlineData(ParticipantState.Ready, true)]
    [InlineData(ParticipantState.Quarantine, true)]
    [InlineData(ParticipantState.Objected, false)]
    [InlineData(ParticipantState.Withdrawn, false)]
    public void Participant_InAStrategicStock_IsKeptWhileWaiting(ParticipantState state, bool waits)
    {
        var person = Person() with { State = state, NotBefore = new DateOnly(2026, 3, 1) };

        Assert.Equal(waits, RetentionRules.ParticipantDueOn(person, Imported, Survey(SurveyKind.Strategic), Bank) is null);
        Assert.NotNull(RetentionRules.ParticipantDueOn(person, Imported, Survey(SurveyKind.EventBased), Bank));
    }

    [Fact]
    public void Claim_LongerQuarantineThanTheLog_IsKeptAsLong() => Assert.Equal(
        new DateOnly(2028, 1, 11),
        RetentionRules.ClaimDueOn(new DateOnly(2026, 1, 10), Periods, [Survey(SurveyKind.EventBased) with { Rules = new SurveyRules(QuarantineDays: 730) }]));

    [Fact]
    public void Erased_NothingIsLeftThatSaysWhoItWas()
    {
        var person = Person() with { State = ParticipantState.Invited, InvitedAt = Imported, Raw = ["x"], Cycle = new CycleId(new IsoWeek(2026, 2), SurveyId.Parse("beratung")) };

        var erased = ErasedParticipant.Of(person, ["nhash", "ahash"], new DateOnly(2026, 5, 9));

        Assert.Equal(
            person with
            {
                CustomerNumber = "",
                Salutation = Salutation.None,
                Title = "",
                FirstName = "",
                LastName = "",
                Email = "",
                Raw = null,
                LegalBasis = new LegalBasis(LegalBasisKind.Consent, "", null),
                ErasedOn = new DateOnly(2026, 5, 9),
                ContactRows = erased.ContactRows,
            },
            erased);
        Assert.Equal(["nhash", "ahash"], erased.ContactRows!);
    }

    [Fact]
    public void Erased_StillReady_IsTakenOutOfTheStockAndHasNoHashes()
    {
        var erased = ErasedParticipant.Of(Person(), ["nhash"], new DateOnly(2026, 5, 9));

        Assert.Equal((ParticipantState.Withdrawn, "lapsed", (IReadOnlyList<string>?)null), (erased.State, erased.Reason, erased.ContactRows));
    }

    [Fact]
    public void Contact_ObjectionAndBounce_OutliveEveryClaim()
    {
        var at = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var claim = new Contact(ClaimedBy: Person().Id, ClaimedAt: at, SoftBounces: 1, ClaimedBefore: new ContactClaim(Person().Id, at));

        Assert.Null(ContactAges.Without(claim, _ => true));
        Assert.Equal(new Contact(ObjectedAt: at), ContactAges.Without(claim with { ObjectedAt = at }, _ => true));
        Assert.Equal(new Contact(UndeliverableAt: at, UndeliverableReason: "bounce"),
            ContactAges.Without(claim with { UndeliverableAt = at, UndeliverableReason = "bounce" }, _ => true));
        Assert.Equal(claim, ContactAges.Without(claim, _ => false));
        Assert.Equal(claim with { ClaimedAt = at.AddDays(1), ClaimedBefore = null }, ContactAges.Without(claim with { ClaimedAt = at.AddDays(1) }, when => when == at));
    }

    private static readonly DateTimeOffset Imported = new(2026, 1, 10, 8, 0, 0, TimeSpan.Zero);

    private static DateOnly? Due(Participant person) => RetentionRules.ParticipantDueOn(person, Imported, Survey(SurveyKind.EventBased), Bank);

    private static Survey Survey(SurveyKind kind) => new(
        SurveyId.Parse("beratung"), 1, kind, new LocalizedText("Beratung", "Advice"), [], 1, new SurveyRules(), ConfidentialityMode.Personal, false, "generalists");

    private static Participant Person() => new(
        new ParticipantId(new BatchId(new IsoWeek(2026, 2), BatchKind.Import, 1), 1), ParticipantKind.Customer, "0815", Salutation.Frau, "Dr.", "Erika", "Muster",
        "erika@kunde.example", Language.De, new DateOnly(2026, 1, 8), "berater1", "111", SurveyId.Parse("beratung"), "Privat", "Filiale",
        new LegalBasis(LegalBasisKind.Consent, "am Schalter", new DateOnly(2026, 1, 1)), ParticipantState.Ready, "", [], null);
}
