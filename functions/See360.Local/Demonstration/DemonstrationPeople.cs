using See360.Core.Concepts;
using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Local.Demonstration;

/// <summary>The invented bank, and who of its people a visitor signs in as.</summary>
internal static class DemonstrationPeople
{
    public const string Password = "Musterstadt-360";

    public const string SalesManagement = "romy.hoerdt@sparkasse-musterstadt.example";

    /// <summary>The advisor with the most conversations in the exports.</summary>
    public const string Advisor = "dilara.haferkamp@sparkasse-musterstadt.example";

    public static InstituteId Institute { get; } = InstituteId.Parse("musterstadt");

    public static Institute Bank(DateTimeOffset since) => See360.Core.Institutes.Institute.With(Institute, 1, "Sparkasse Musterstadt") with
    {
        MailDomain = "feedback.sparkasse-musterstadt.example",
        Imprint = new Imprint(
            "Sparkasse Musterstadt, Anstalt des öffentlichen Rechts", "Marktplatz 1", "12345 Musterstadt", "+49 30 5550100",
            "info@sparkasse-musterstadt.example", "Amtsgericht Musterstadt, HRA 36036"),
        PrivacyNotice = new LocalizedText(
            "Verantwortlich ist die Sparkasse Musterstadt, Marktplatz 1, 12345 Musterstadt. Unsere Datenschutzbeauftragte erreichen Sie unter datenschutz@sparkasse-musterstadt.example. "
            + "Wir fragen nach Ihren Erfahrungen, um unsere Beratung zu verbessern (Art. 6 Abs. 1 Buchst. f DSGVO; Zusendung nach § 7 Abs. 3 UWG). Ihre Adresse stammt aus unserer Geschäftsbeziehung. "
            + "Ihre Antwort sehen, wer Sie beraten hat, und das Vertriebsmanagement; die Leitung sieht nur Zusammenfassungen. Ihre Kontaktdaten löschen wir 90 Tage nach Ablauf des Links, pseudonyme Antworten nach 36 Monaten. "
            + "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Übertragung, können jederzeit widersprechen und sich bei der Aufsichtsbehörde beschweren. Die Teilnahme ist freiwillig.",
            "The controller is Sparkasse Musterstadt, Marktplatz 1, 12345 Musterstadt. Our data protection officer can be reached at datenschutz@sparkasse-musterstadt.example. "
            + "We ask for your experience to improve our advice (Art. 6(1)(f) GDPR; sent under § 7(3) UWG). We have your address from our business relationship. "
            + "Your advisor and sales management see your answer; heads of department see summaries only. We delete your contact data 90 days after the link expires and pseudonymous answers after 36 months. "
            + "You have the right of access, rectification, erasure, restriction and portability, can object at any time, and can complain to the supervisory authority. Taking part is voluntary."),
        AccentColour = "#0b5d7a",
        ReviewLinks =
        [
            new ReviewLink("Google", "https://reviews.example/google/sparkasse-musterstadt", new LocalizedText("Bei Google bewerten", "Review us on Google"), PromotersOnly: false),
            new ReviewLink("Gute Banken", "https://reviews.example/gute-banken/sparkasse-musterstadt", new LocalizedText("Bei Gute Banken bewerten", "Review us on Gute Banken"), PromotersOnly: false),
        ],
        PageLinks = [new PageLink("https://www.sparkasse-musterstadt.example/", new LocalizedText("Zur Startseite der Sparkasse", "To the bank's home page"))],
        AttestsExistingCustomers = new Attestation(SalesManagement, since),
        IsDemonstration = true,
    };

    public static NewAgreement Agreement(DateOnly today) => new(
        "Personalrat (Vorsitz: Mustafa Hense) und Datenschutzbeauftragte", today.AddDays(-12), today, "Dienstvereinbarung Kundenfeedback, Fassung 3",
        "Antworten sehen nur die beratende Person selbst und das Vertriebsmanagement, zusammengefasst auch die Leitung. Keine Rangfolgen von Personen, keine Auswertung der Nutzung.");
}
