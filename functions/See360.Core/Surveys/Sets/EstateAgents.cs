using static See360.Core.Surveys.BusinessField;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Immobilienmakler*: for those who sell and those who look for a property.</summary>
internal static class EstateAgents
{
    public static QuestionSet Set { get; } = new(
        "immobilien",
        Text("Immobilienmakler", "Estate agents"),
        Text("Für Kunden, die eine Immobilie verkaufen, kaufen, vermieten oder mieten.", "For customers who sell, buy, let or rent a property."),
        Scores.OneToFive, Shared.Introduction, Shared.Thanks,
        [
            Shared.Satisfaction,
            Shared.NeedsUnderstood(RealEstate),
            Rating("property-initiative", RealEstate, Initiative,
                de: "Wie gut hat {{berater}} von sich aus an die nächsten Schritte gedacht?",
                en: "How well did {{berater}} think ahead to the next steps?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie von sich aus an die nächsten Schritte denken?",
                selfEn: "How would your customers rate how well you think ahead to the next steps?"),
            Rating("property-progress", RealEstate, ContactFrequency,
                de: "Wie gut hat {{berater}} Sie auf dem Laufenden gehalten?",
                en: "How well did {{berater}} keep you up to date?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie sie auf dem Laufenden halten?",
                selfEn: "How would your customers rate how well you keep them up to date?"),
            Rating("property-negotiation", RealEstate, NegotiationSkill,
                de: "Wie gut hat {{berater}} zwischen den Beteiligten vermittelt?",
                en: "How well did {{berater}} mediate between the parties?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie zwischen den Beteiligten vermitteln?",
                selfEn: "How would your customers rate how well you mediate between the parties?"),
            Rating("property-process", RealEstate, Process,
                de: "Wie gut lief für Sie der Weg von der Anfrage bis zum Abschluss?",
                en: "How well did everything go for you, from your enquiry to completion?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut der Weg von der Anfrage bis zum Abschluss läuft?",
                selfEn: "How would your customers rate how well everything goes, from their enquiry to completion?"),
            Rating("commission", RealEstate, Price,
                de: "Wie gut passen Provision und Leistung für Sie zusammen?",
                en: "How well does the commission match what you get?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Provision und Leistung zusammenpassen?",
                selfEn: "How would your customers rate how well the commission matches what they get?"),
            One("role", "Was haben Sie bei uns vor allem gesucht?", "What did you mainly come to us for?",
                [
                    Choice("selling", "Hilfe beim Verkauf oder bei der Vermietung", "help with selling or letting"),
                    Choice("searching", "eine Immobilie zum Kauf oder zur Miete", "a property to buy or to rent"),
                    Choice("other", "etwas anderes", "something else"),
                ],
                [
                    new("sale-valuation", AnyChoice: ["selling"]),
                    new("property-match", AnyChoice: ["searching"]),
                    new("praise"),
                ]),
            Rating("sale-valuation", RealEstate, AdviceQuality,
                de: "Wie gut hat {{berater}} den Wert Ihrer Immobilie begründet?",
                en: "How well did {{berater}} explain the value of your property?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie den Wert ihrer Immobilie begründen?",
                selfEn: "How would your customers rate how well you explain the value of their property?"),
            Rating("sale-presentation", RealEstate, GoalOrientation,
                de: "Wie gut hat {{berater}} Ihre Immobilie präsentiert?",
                en: "How well did {{berater}} present your property?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie ihre Immobilie präsentieren?",
                selfEn: "How would your customers rate how well you present their property?",
                Then("praise")),
            Rating("property-match", RealEstate, ProductQuality,
                de: "Wie gut passten die vorgeschlagenen Immobilien zu Ihrer Suche?",
                en: "How well did the suggested properties match what you were looking for?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut die vorgeschlagenen Immobilien zu ihrer Suche passen?",
                selfEn: "How would your customers rate how well the suggested properties match what they are looking for?"),
            .. Shared.Closing,
        ]);
}
