using See360.Core.Texts;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>Questions that several sets ask in the same words and under the same id, so that results can be read over
/// surveys. The business field is that of the set.</summary>
internal static class Shared
{
    public static LocalizedText Introduction { get; } = Text(
        "{{berater}} möchte wissen, wie Sie die Beratung erlebt haben. Das dauert etwa vier Minuten. Die Teilnahme ist freiwillig.",
        "{{berater}} would like to know how you experienced our advice. It takes about four minutes. Taking part is voluntary.");

    public static LocalizedText Thanks { get; } = Text(
        "Vielen Dank für Ihre Zeit. Ihre Antworten zeigen uns, was gut läuft und was wir verbessern können.",
        "Thank you for your time. Your answers show us what works well and what we can improve.");

    public static Question Satisfaction { get; } = new(
        "csat", QuestionKind.Csat,
        Text("Wie zufrieden sind Sie insgesamt mit unserer Beratung?", "Overall, how satisfied are you with our advice?"),
        Required: true);

    /// <summary>What every specialist set ends with: praise first, then the recommendation, and what it leads to.</summary>
    public static IReadOnlyList<Question> Closing { get; } =
    [
        Praise,
        Recommend,
        Several("reasons", "Was war für Ihre Einschätzung ausschlaggebend?", "What were the main reasons for your rating?",
            Choice("advice", "die Beratung", "the advice"),
            Choice("availability", "die Erreichbarkeit", "how easy it is to reach us"),
            Choice("speed", "die Dauer der Bearbeitung", "the time that things take"),
            Choice("offer", "das Angebot", "what we offer"),
            Choice("cost", "Kosten und Konditionen", "costs and terms"),
            Choice("trust", "das Vertrauen", "trust"),
            Choice("other", "etwas anderes", "something else")),
        Improve,
        new(
            "referral", QuestionKind.YesNo,
            Text("Kennen Sie jemanden, für den unsere Beratung interessant sein könnte?", "Do you know someone who might be interested in our advice?"),
            Help: Text(
                "Am schönsten ist es, wenn Sie uns persönlich weiterempfehlen. Bitte nennen Sie hier keine Namen.",
                "We would be glad if you recommended us in person. Please do not give any names here."),
            Choices: FixedChoices.YesNo),
    ];

    public static Question Praise => FreeText("praise", "Was hat Ihnen besonders gefallen?", "What did you particularly like?");

    /// <summary>Detractors are asked for their reasons, passives what could be better, promoters for a referral.</summary>
    public static Question Recommend => Nps([new("reasons", MaxScore: 6), new("improve", MaxScore: 8), new("referral", MinScore: 9), new("improve")]);

    public static Question Improve => FreeText("improve", "Was können wir besser machen?", "What can we do better?",
        Text("Ein Beispiel hilft uns am meisten.", "An example helps us most."), Then(Branch.End));

    public static Question Nps(IReadOnlyList<Branch> then) => new(
        "nps", QuestionKind.Nps,
        Text(
            "Wie wahrscheinlich ist es, dass Sie uns im Freundes- oder Kollegenkreis weiterempfehlen?",
            "How likely are you to recommend us to a friend or colleague?"),
        Required: true, Branches: then);

    public static Question NeedsUnderstood(BusinessField field) => Rating("needs-understood", field, AdviceQuality,
        de: "Wie gut hat {{berater}} verstanden, was Ihnen wichtig ist?",
        en: "How well did {{berater}} understand what matters to you?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie verstehen, was ihnen wichtig ist?",
        selfEn: "How would your customers rate how well you understand what matters to them?");

    public static Question Contact(BusinessField field) => Rating("contact-frequency", field, ContactFrequency,
        de: "Wie gut passt es für Sie, wie oft sich {{berater}} bei Ihnen meldet?",
        en: "How well does it suit you how often {{berater}} gets in touch?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut es für sie passt, wie oft Sie sich melden?",
        selfEn: "How would your customers rate how well it suits them how often you get in touch?");

    public static Question KnowsYou(BusinessField field) => Rating("knows-you", field, PersonalRelationship,
        de: "Wie gut kennt {{berater}} Ihre persönliche Situation?",
        en: "How well does {{berater}} know your personal situation?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie ihre persönliche Situation kennen?",
        selfEn: "How would your customers rate how well you know their personal situation?");

    public static Question KnowsBusiness(BusinessField field) => Rating("knows-business", field, PersonalRelationship,
        de: "Wie gut kennt {{berater}} Ihr Unternehmen?",
        en: "How well does {{berater}} know your company?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie ihr Unternehmen kennen?",
        selfEn: "How would your customers rate how well you know their company?");

    public static Question ConcernsHeard(BusinessField field) => Rating("concerns-heard", field, PersonalRelationship,
        de: "Wie gut ist {{berater}} auf Ihre Bedenken eingegangen?",
        en: "How well did {{berater}} respond to your concerns?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie auf ihre Bedenken eingehen?",
        selfEn: "How would your customers rate how well you respond to their concerns?");

    public static Question ClearCommitments(BusinessField field) => Rating("clear-commitments", field, NegotiationSkill,
        de: "Wie gut konnte {{berater}} Ihnen klare Zusagen machen?",
        en: "How well was {{berater}} able to give you clear commitments?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie ihnen klare Zusagen machen können?",
        selfEn: "How would your customers rate how well you are able to give them clear commitments?");

    public static Question DecisionHelp(BusinessField field) => Rating("decision-help", field, GoalOrientation,
        de: "Wie gut hat Ihnen das Gespräch bei Ihrer Entscheidung geholfen?",
        en: "How well did the conversation help you with your decision?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut das Gespräch mit Ihnen bei der Entscheidung hilft?",
        selfEn: "How would your customers rate how well a conversation with you helps them with their decision?");

    public static Question NextSteps(BusinessField field) => Rating("next-steps", field, GoalOrientation,
        de: "Wie gut hat {{berater}} mit Ihnen die nächsten Schritte vereinbart?",
        en: "How well did {{berater}} agree on the next steps with you?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie mit ihnen die nächsten Schritte vereinbaren?",
        selfEn: "How would your customers rate how well you agree on the next steps with them?");

    public static Question SolutionFit(BusinessField field) => Rating("solution-fit", field, ProductQuality,
        de: "Wie gut passt die vorgeschlagene Lösung zu Ihrem Bedarf?",
        en: "How well does the suggested solution fit your needs?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut die vorgeschlagenen Lösungen zu ihrem Bedarf passen?",
        selfEn: "How would your customers rate how well the suggested solutions fit their needs?");

    public static Question Value(BusinessField field) => Rating("price", field, Price,
        de: "Wie gut passen Preis und Leistung für Sie zusammen?",
        en: "How well does the price match what you get?",
        selfDe: "Wie würden Ihre Kunden bewerten, wie gut Preis und Leistung zusammenpassen?",
        selfEn: "How would your customers rate how well the price matches what they get?");
}
