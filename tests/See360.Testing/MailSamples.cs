using Microsoft.Extensions.Options;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;

namespace See360.Testing;

/// <summary>A bank, an advisor and a customer with umlauts in all their names, and mails to and from them.</summary>
public static class MailSamples
{
    public static Institute Institute { get; } = Institute.With(InstituteId.Parse("musterstadt"), 7, "Sparkasse Müsterstadt") with
    {
        MailDomain = "feedback.musterstadt.example",
        Imprint = new Imprint("Sparkasse Müsterstadt, Anstalt des öffentlichen Rechts", "Große Straße 1", "12345 Müsterstadt", "01234 56780",
            "info@musterstadt.example", "Amtsgericht Müsterstadt, HRA 1234"),
    };

    public static Survey Survey { get; } = new(
        SurveyId.Parse("beratung"), 3, SurveyKind.EventBased, new LocalizedText("Beratungsgespräch", "Advice"), ["Beratung"], 1,
        new SurveyRules(), ConfidentialityMode.Personal, AsksSelfImage: true, "generalists");

    public static Employee Advisor { get; } = new(
        "joerg.gruen@musterstadt.example", 12, Salutation.Herr, "", "Jörg", "Grün", "Vermögensberater", "210", "01234 5678-21", "Vermögen",
        "musterstadt/photos/12.png", FakeClock.Monday.AddYears(-1));

    public static Participant Customer { get; } = new(
        ParticipantId.Parse("2026-W46-i0003-0000017"), ParticipantKind.Customer, "0012345", Salutation.Frau, "Dr.", "Käthe", "Weiß",
        "kaethe.weiss@kunde.example", Language.De, new DateOnly(2026, 11, 5), Advisor.UserName, "210", Survey.Id, "", "",
        new LegalBasis(LegalBasisKind.ExistingCustomer, "jana", new DateOnly(2026, 11, 9)), ParticipantState.Ready, "", [], null);

    public static Participant SelfImage { get; } = Customer with
    {
        Id = ParticipantId.Parse("2026-W46-s0003-0000012"),
        Kind = ParticipantKind.SelfImage,
        CustomerNumber = "",
        Email = Advisor.UserName,
        ConversationOn = null,
    };

    /// <summary>A PNG of one grey point.</summary>
    public static Photo Photo { get; } = Photo.Of(Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAz2ZAKwAAAABJRU5ErkJggg=="))!;

    public static MailTemplates Templates { get; } = new();

    public static MailIds Ids { get; } = new(new SecretKeys(new byte[32]));

    public static MailLinks Links { get; } = new(
        Options.Create(new MailOptions { BaseUrl = new Uri("https://umfrage.musterstadt.example/") }), new SurveyTokens(new SecretKeys(new byte[32])));

    public static CustomerMail ToCustomer(
        Institute? institute = null, Survey? survey = null, Participant? participant = null, Employee? advisor = null, Photo? photo = null) =>
        new(institute ?? Institute, survey ?? Survey, participant ?? Customer, advisor ?? Advisor, photo);

    public static MailMessage Invitation(CustomerMail? mail = null) => new InvitationMail(Templates, Links, Ids, new FakeClock()).Compose(mail ?? ToCustomer());

    public static MailMessage Reminder(CustomerMail? mail = null, int number = 1) =>
        new ReminderMail(Templates, Links, Ids, new FakeClock(FakeClock.Monday.AddDays(7))).Compose(
            mail ?? ToCustomer(participant: Customer with { InvitedAt = FakeClock.Monday }), number);

    public static MailMessage SelfImageMail(Employee? sender = null) =>
        new SelfImageMail(Templates, Links, Ids, new FakeClock()).Compose(Institute, Survey, SelfImage, Advisor, sender);

    public static MailMessage Newsletter(int newAnswers = 3, Language language = Language.De) =>
        new NewsletterMail(Templates, Links, Ids, new FakeClock()).Compose(Institute, Survey, SelfImage.Id, Advisor, newAnswers, language);

    public static MailMessage Activation(Language language = Language.De, bool isRenewal = false) =>
        new ActivationMail(Templates, Links, new FakeClock()).Compose(
            Institute, Advisor.UserName, Advisor, "a-token_1", FakeClock.Monday.AddDays(7), isRenewal, language);
}
