using static See360.Core.Surveys.BusinessField;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Kundenbetreuer/Generalisten*. What is asked of everybody counts for the account relationship (payments);
/// one more question follows the topic of the conversation.</summary>
internal static class Generalists
{
    public static QuestionSet Set { get; } = new(
        "kundenbetreuer",
        Text("Kundenbetreuer/Generalisten", "Relationship managers/generalists"),
        Text("Für Gespräche rund um Konto, Sparen, Kredit und Vorsorge.", "For conversations about accounts, savings, loans and retirement planning."),
        Scores.OneToFive, Shared.Introduction, Shared.Thanks,
        [
            Shared.Satisfaction,
            Shared.NeedsUnderstood(Payments),
            Rating("topics-raised", Payments, Initiative,
                de: "Wie gut spricht {{berater}} von sich aus Themen an, die für Sie wichtig sind?",
                en: "How well does {{berater}} raise topics that matter to you, without being asked?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie von sich aus Themen ansprechen, die für sie wichtig sind?",
                selfEn: "How would your customers rate how well you raise topics that matter to them, without being asked?"),
            Shared.Contact(Payments),
            Shared.KnowsYou(Payments),
            Rating("everyday-process", Payments, Process,
                de: "Wie gut lassen sich Ihre Bankgeschäfte bei uns erledigen?",
                en: "How well can you take care of your banking with us?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut sich ihre Bankgeschäfte bei uns erledigen lassen?",
                selfEn: "How would your customers rate how well they can take care of their banking with us?"),
            One("topic", "Worum ging es in Ihrem letzten Gespräch vor allem?", "What was your last conversation mainly about?",
                [
                    Choice("account", "Konto, Karten und Zahlungen", "account, cards and payments"),
                    Choice("saving", "Sparen und Anlegen", "saving and investing"),
                    Choice("credit", "Kredit und Finanzierung", "loans and financing"),
                    Choice("insurance", "Versicherung und Vorsorge", "insurance and retirement planning"),
                    Choice("other", "etwas anderes", "something else"),
                ],
                [
                    new("account-price", AnyChoice: ["account"]),
                    new("saving-goals", AnyChoice: ["saving"]),
                    new("credit-commitments", AnyChoice: ["credit"]),
                    new("insurance-fit", AnyChoice: ["insurance"]),
                    new("praise"),
                ]),
            Rating("account-price", Payments, Price,
                de: "Wie gut passen Preis und Leistung Ihres Kontos für Sie zusammen?",
                en: "How well does the price of your account match what you get?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Preis und Leistung ihres Kontos zusammenpassen?",
                selfEn: "How would your customers rate how well the price of their account matches what they get?",
                Then("praise")),
            Rating("saving-goals", Investment, GoalOrientation,
                de: "Wie gut hat Ihnen das Gespräch bei Ihren Zielen zum Sparen und Anlegen geholfen?",
                en: "How well did the conversation help you with your goals for saving and investing?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut das Gespräch mit Ihnen bei Zielen zum Sparen und Anlegen hilft?",
                selfEn: "How would your customers rate how well a conversation with you helps them with their goals for saving and investing?",
                Then("praise")),
            Rating("credit-commitments", Financing, NegotiationSkill,
                de: "Wie gut konnte {{berater}} Ihnen zu Ihrem Kreditwunsch klare Auskünfte geben?",
                en: "How well was {{berater}} able to give you clear answers about the loan you are interested in?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie ihnen zu Kreditwünschen klare Auskünfte geben können?",
                selfEn: "How would your customers rate how well you are able to give them clear answers about loans?",
                Then("praise")),
            Rating("insurance-fit", PersonalInsurance, ProductQuality,
                de: "Wie gut passt der vorgeschlagene Versicherungsschutz zu Ihrer Lebenssituation?",
                en: "How well does the suggested insurance cover fit your circumstances?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut der vorgeschlagene Versicherungsschutz zu ihrer Lebenssituation passt?",
                selfEn: "How would your customers rate how well the suggested insurance cover fits their circumstances?"),
            .. Shared.Closing,
        ]);
}
