using static See360.Core.Surveys.BusinessField;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Baufinanzierungsspezialisten*.</summary>
internal static class MortgageSpecialists
{
    public static QuestionSet Set { get; } = new(
        "baufinanzierung",
        Text("Baufinanzierungsspezialisten", "Mortgage specialists"),
        Text("Für Gespräche über Kauf, Bau, Modernisierung und Anschlussfinanzierung.", "For conversations about buying, building, modernising and refinancing a home."),
        Scores.OneToFive, Shared.Introduction, Shared.Thanks,
        [
            Shared.Satisfaction,
            Shared.NeedsUnderstood(Financing),
            Rating("subsidies-raised", Financing, Initiative,
                de: "Wie gut hat {{berater}} Sie von sich aus auf Fördermöglichkeiten hingewiesen?",
                en: "How well did {{berater}} point out public funding to you, without being asked?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie von sich aus auf Fördermöglichkeiten hinweisen?",
                selfEn: "How would your customers rate how well you point out public funding, without being asked?"),
            Rating("financing-progress", Financing, ContactFrequency,
                de: "Wie gut hat {{berater}} Sie über den Stand Ihrer Finanzierung informiert?",
                en: "How well did {{berater}} keep you informed about the progress of your financing?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie sie über den Stand ihrer Finanzierung informieren?",
                selfEn: "How would your customers rate how well you keep them informed about the progress of their financing?"),
            Shared.ClearCommitments(Financing),
            Shared.ConcernsHeard(Financing),
            Rating("financing-fit", Financing, ProductQuality,
                de: "Wie gut passt die vorgeschlagene Finanzierung zu Ihrem Budget?",
                en: "How well does the suggested financing fit your budget?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut die vorgeschlagene Finanzierung zu ihrem Budget passt?",
                selfEn: "How would your customers rate how well the suggested financing fits their budget?"),
            Rating("lending-decision", Financing, RiskPolicy,
                de: "Wie gut können Sie nachvollziehen, wie wir über Ihre Finanzierung entscheiden?",
                en: "How well can you understand how we decide about your financing?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut sie nachvollziehen können, wie wir über ihre Finanzierung entscheiden?",
                selfEn: "How would your customers rate how well they can understand how we decide about their financing?"),
            Rating("financing-price", Financing, Price,
                de: "Wie gut sind unsere Konditionen im Vergleich zu anderen Angeboten?",
                en: "How well do our terms compare with other offers?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut unsere Konditionen im Vergleich zu anderen Angeboten sind?",
                selfEn: "How would your customers rate how well our terms compare with other offers?"),
            Rating("financing-process", Financing, Process,
                de: "Wie gut kam die Bearbeitung Ihrer Finanzierung voran?",
                en: "How well did the processing of your financing move forward?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut die Bearbeitung ihrer Finanzierung vorankommt?",
                selfEn: "How would your customers rate how well the processing of their financing moves forward?",
                IfLowElse("financing-process-detail", "praise")),
            Several("financing-process-detail", "Was hat die Bearbeitung aufgehalten?", "What held up the processing?",
                Choice("documents", "die Unterlagen, die wir brauchten", "the documents that we needed"),
                Choice("questions", "unsere Rückfragen", "our further questions"),
                Choice("decision", "die Zeit bis zur Zusage", "the time until approval"),
                Choice("contract", "die Zeit bis zum Vertrag", "the time until the contract"),
                Choice("payout", "die Auszahlung", "the payout"),
                Choice("other", "etwas anderes", "something else")),
            .. Shared.Closing,
        ]);
}
