using static See360.Core.Surveys.BusinessField;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Zahlungsverkehrsberater*: mostly for companies and the self-employed.</summary>
internal static class PaymentsSpecialists
{
    public static QuestionSet Set { get; } = new(
        "zahlungsverkehr",
        Text("Zahlungsverkehrsberater", "Payments specialists"),
        Text("Für Gespräche über Kontoführung, Kartenzahlung und elektronischen Zahlungsverkehr.", "For conversations about accounts, card acceptance and electronic payments."),
        Scores.OneToFive, Shared.Introduction, Shared.Thanks,
        [
            Shared.Satisfaction,
            Rating("payment-needs", Payments, AdviceQuality,
                de: "Wie gut hat {{berater}} Ihre Abläufe im Zahlungsverkehr verstanden?",
                en: "How well did {{berater}} understand how your payment processes work?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie ihre Abläufe im Zahlungsverkehr verstehen?",
                selfEn: "How would your customers rate how well you understand how their payment processes work?"),
            Rating("payment-news", Payments, Initiative,
                de: "Wie gut weist {{berater}} Sie von sich aus auf Neuerungen im Zahlungsverkehr hin?",
                en: "How well does {{berater}} tell you about changes in payments, without being asked?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie von sich aus auf Neuerungen im Zahlungsverkehr hinweisen?",
                selfEn: "How would your customers rate how well you tell them about changes in payments, without being asked?"),
            Shared.Contact(Payments),
            Shared.KnowsBusiness(Payments),
            Shared.NextSteps(Payments),
            Rating("payment-reliability", Payments, ProductQuality,
                de: "Wie gut funktionieren unsere Zahlungslösungen in Ihrem Geschäftsalltag?",
                en: "How well do our payment solutions work in your daily business?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut unsere Zahlungslösungen in ihrem Geschäftsalltag funktionieren?",
                selfEn: "How would your customers rate how well our payment solutions work in their daily business?"),
            Rating("payment-limits", Payments, RiskPolicy,
                de: "Wie gut passen unsere Limits für Zahlungen zu Ihrem Bedarf?",
                en: "How well do our payment limits fit your needs?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut unsere Limits für Zahlungen zu ihrem Bedarf passen?",
                selfEn: "How would your customers rate how well our payment limits fit their needs?"),
            Shared.Value(Payments),
            Rating("payment-setup", Payments, Process,
                de: "Wie gut lief die Einrichtung Ihrer Zahlungslösung ab?",
                en: "How well did the set-up of your payment solution go?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut die Einrichtung ihrer Zahlungslösung abläuft?",
                selfEn: "How would your customers rate how well the set-up of their payment solution goes?",
                IfLowElse("payment-setup-detail", "praise")),
            Several("payment-setup-detail", "Was hat die Einrichtung erschwert?", "What made the set-up difficult?",
                Choice("forms", "Verträge und Formulare", "contracts and forms"),
                Choice("technology", "die Technik", "the technology"),
                Choice("waiting", "die Wartezeit", "the waiting time"),
                Choice("contact", "wechselnde Ansprechpartner", "changing contact persons"),
                Choice("instructions", "die Anleitung", "the instructions"),
                Choice("other", "etwas anderes", "something else")),
            .. Shared.Closing,
        ]);
}
