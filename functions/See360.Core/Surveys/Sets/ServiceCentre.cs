using static See360.Core.Surveys.BusinessField;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Kundenservice*: satisfaction, resolution at the first contact, recommendation. Short, since the matter
/// was; it speaks of the team and not of one person.</summary>
internal static class ServiceCentre
{
    public static QuestionSet Set { get; } = new(
        "kundenservice",
        Text("Kundenservice", "Service centre"),
        Text("Für Anliegen am Telefon, im Chat oder per E-Mail.", "For requests by phone, chat or e-mail."),
        Scores.OneToFive,
        Text(
            "Sie haben sich an unseren Kundenservice gewandt. Wie war es für Sie? Das dauert etwa zwei Minuten. Die Teilnahme ist freiwillig.",
            "You contacted our service centre. How was it for you? It takes about two minutes. Taking part is voluntary."),
        Shared.Thanks,
        [
            new("csat-service", QuestionKind.Csat,
                Text("Wie zufrieden sind Sie insgesamt mit unserem Kundenservice?", "Overall, how satisfied are you with our service centre?"),
                Required: true),
            new("fcr", QuestionKind.Fcr,
                Text("Haben wir Ihr Anliegen beim ersten Kontakt gelöst?", "Did we resolve your request at the first contact?"),
                Choices: FixedChoices.Fcr,
                Branches: [new("still-open", AnyChoice: [FixedChoices.No]), new("service-waiting")]),
            FreeText("still-open", "Was ist noch offen?", "What is still open?",
                Text("Bitte nennen Sie hier keine Kontonummern und keine Passwörter.", "Please do not give any account numbers or passwords here.")),
            Rating("service-waiting", Payments, Process,
                de: "Wie gut passte die Wartezeit für Sie?",
                en: "How well did the waiting time suit you?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut die Wartezeit für sie passt?",
                selfEn: "How would your customers rate how well the waiting time suits them?"),
            Rating("service-understood", Payments, AdviceQuality,
                de: "Wie gut haben wir Ihr Anliegen verstanden?",
                en: "How well did we understand your request?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie ihr Anliegen verstehen?",
                selfEn: "How would your customers rate how well you understand their request?"),
            Rating("service-treatment", Payments, PersonalRelationship,
                de: "Wie gut sind wir mit Ihnen umgegangen?",
                en: "How well did we treat you?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie mit ihnen umgehen?",
                selfEn: "How would your customers rate how well you treat them?"),
            Rating("service-answer", Payments, ProductQuality,
                de: "Wie gut hat Ihnen unsere Antwort weitergeholfen?",
                en: "How well did our answer help you?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Ihre Antworten weiterhelfen?",
                selfEn: "How would your customers rate how well your answers help them?"),
            Shared.Praise,
            Shared.Nps([new("improve", MaxScore: 8), new(Branch.End, MinScore: 9)]),
            Shared.Improve,
        ]);
}
