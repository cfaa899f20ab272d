using static See360.Core.Surveys.BusinessField;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Auslandsfachberater*: for companies that buy or sell abroad.</summary>
internal static class InternationalSpecialists
{
    public static QuestionSet Set { get; } = new(
        "auslandsgeschaeft",
        Text("Auslandsfachberater", "International business specialists"),
        Text("Für Gespräche über Außenhandel, Absicherung und Zahlungen ins Ausland.", "For conversations about foreign trade, hedging and payments abroad."),
        Scores.OneToFive, Shared.Introduction, Shared.Thanks,
        [
            Shared.Satisfaction,
            Rating("market-knowledge", International, AdviceQuality,
                de: "Wie gut kennt {{berater}} die Anforderungen in Ihren Zielländern?",
                en: "How well does {{berater}} know the requirements in the countries you deal with?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie die Anforderungen in ihren Zielländern kennen?",
                selfEn: "How would your customers rate how well you know the requirements in the countries they deal with?"),
            Rating("trade-risks", International, Initiative,
                de: "Wie gut weist {{berater}} Sie von sich aus auf Risiken im Auslandsgeschäft hin?",
                en: "How well does {{berater}} point out risks in international business, without being asked?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie von sich aus auf Risiken im Auslandsgeschäft hinweisen?",
                selfEn: "How would your customers rate how well you point out risks in international business, without being asked?"),
            Shared.Contact(International),
            Shared.KnowsBusiness(International),
            Shared.ClearCommitments(International),
            Shared.SolutionFit(International),
            Rating("market-support", International, RiskPolicy,
                de: "Wie gut begleiten wir Sie in schwierigen Märkten?",
                en: "How well do we support you in difficult markets?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut wir sie in schwierigen Märkten begleiten?",
                selfEn: "How would your customers rate how well we support them in difficult markets?"),
            Shared.Value(International),
            Rating("trade-process", International, Process,
                de: "Wie gut läuft die Abwicklung Ihrer Auslandsgeschäfte bei uns?",
                en: "How well do we handle your international transactions?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut die Abwicklung ihrer Auslandsgeschäfte bei uns läuft?",
                selfEn: "How would your customers rate how well we handle their international transactions?",
                IfLowElse("trade-process-detail", "praise")),
            Several("trade-process-detail", "Was hat die Abwicklung erschwert?", "What made the handling difficult?",
                Choice("documents", "die Dokumente", "the documents"),
                Choice("speed", "die Laufzeit", "the time it took"),
                Choice("partner", "die Abstimmung mit der Bank im Ausland", "dealing with the bank abroad"),
                Choice("compliance", "Prüfungen und Rückfragen", "checks and queries"),
                Choice("online", "die Online-Anwendung", "the online application"),
                Choice("other", "etwas anderes", "something else")),
            .. Shared.Closing,
        ]);
}
