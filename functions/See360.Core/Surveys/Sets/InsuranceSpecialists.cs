using static See360.Core.Surveys.BusinessField;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Versicherungsspezialisten*: property and personal insurance. The topic of the conversation decides
/// which of the two is asked about more closely.</summary>
internal static class InsuranceSpecialists
{
    public static QuestionSet Set { get; } = new(
        "versicherung",
        Text("Versicherungsspezialisten", "Insurance specialists"),
        Text("Für Gespräche über Sach- und Personenversicherungen.", "For conversations about property and personal insurance."),
        Scores.OneToFive, Shared.Introduction, Shared.Thanks,
        [
            Shared.Satisfaction,
            Rating("cover-explained", PersonalInsurance, AdviceQuality,
                de: "Wie gut hat {{berater}} erklärt, was versichert ist und was nicht?",
                en: "How well did {{berater}} explain what is covered and what is not?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie erklären, was versichert ist und was nicht?",
                selfEn: "How would your customers rate how well you explain what is covered and what is not?"),
            Rating("cover-reviewed", PersonalInsurance, Initiative,
                de: "Wie gut prüft {{berater}} von sich aus, ob Ihr Schutz noch zu Ihnen passt?",
                en: "How well does {{berater}} check, without being asked, whether your cover still suits you?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie von sich aus prüfen, ob ihr Schutz noch passt?",
                selfEn: "How would your customers rate how well you check, without being asked, whether their cover still suits them?"),
            Shared.Contact(PersonalInsurance),
            Shared.KnowsYou(PersonalInsurance),
            Rating("existing-cover", PropertyInsurance, NegotiationSkill,
                de: "Wie gut hat {{berater}} den Vorschlag mit Ihren bestehenden Verträgen verglichen?",
                en: "How well did {{berater}} compare the proposal with your existing policies?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie Vorschläge mit ihren bestehenden Verträgen vergleichen?",
                selfEn: "How would your customers rate how well you compare proposals with their existing policies?"),
            Shared.Value(PropertyInsurance),
            One("insurance-topic", "Worum ging es in Ihrem letzten Gespräch vor allem?", "What was your last conversation mainly about?",
                [
                    Choice("property", "Haus, Hausrat, Auto oder Haftpflicht", "home, contents, car or liability"),
                    Choice("personal", "Leben, Gesundheit, Arbeitskraft oder Altersvorsorge", "life, health, income protection or pension"),
                    Choice("other", "etwas anderes", "something else"),
                ],
                [
                    new("property-cover-fit", AnyChoice: ["property"]),
                    new("personal-cover-fit", AnyChoice: ["personal"]),
                    new("praise"),
                ]),
            Rating("property-cover-fit", PropertyInsurance, ProductQuality,
                de: "Wie gut deckt der vorgeschlagene Schutz ab, was Ihnen wichtig ist?",
                en: "How well does the suggested cover protect what matters to you?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut der vorgeschlagene Sachversicherungsschutz abdeckt, was ihnen wichtig ist?",
                selfEn: "How would your customers rate how well the suggested property cover protects what matters to them?"),
            Rating("claims-process", PropertyInsurance, Process,
                de: "Wie gut haben wir Ihnen erklärt, was im Schadenfall zu tun ist?",
                en: "How well did we explain what to do if you need to make a claim?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut wir ihnen erklären, was im Schadenfall zu tun ist?",
                selfEn: "How would your customers rate how well we explain what to do if they need to make a claim?",
                Then("praise")),
            Rating("personal-cover-fit", PersonalInsurance, ProductQuality,
                de: "Wie gut passt der vorgeschlagene Schutz zu Ihrer Lebensplanung?",
                en: "How well does the suggested cover fit your plans for the future?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut der vorgeschlagene Personenversicherungsschutz zu ihrer Lebensplanung passt?",
                selfEn: "How would your customers rate how well the suggested personal cover fits their plans for the future?"),
            .. Shared.Closing,
        ]);
}
