using static See360.Core.Surveys.BusinessField;
using static See360.Core.Surveys.CompetitiveFactor;
using static See360.Core.Surveys.Sets.Ask;

namespace See360.Core.Surveys.Sets;

/// <summary>*Vermögensberater/Wertpapierspezialisten*.</summary>
internal static class InvestmentSpecialists
{
    public static QuestionSet Set { get; } = new(
        "vermoegensanlage",
        Text("Vermögensberater/Wertpapierspezialisten", "Wealth advisors/securities specialists"),
        Text("Für Gespräche über Anlageziele, Wertpapiere und Depot.", "For conversations about investment goals, securities and portfolios."),
        Scores.OneToFive, Shared.Introduction, Shared.Thanks,
        [
            Shared.Satisfaction,
            Rating("investment-risks", Investment, AdviceQuality,
                de: "Wie gut hat {{berater}} Ihnen die Risiken der Anlagen erklärt?",
                en: "How well did {{berater}} explain the risks of the investments to you?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie ihnen die Risiken der Anlagen erklären?",
                selfEn: "How would your customers rate how well you explain the risks of the investments to them?"),
            Rating("portfolio-initiative", Investment, Initiative,
                de: "Wie gut macht {{berater}} Sie von sich aus auf sinnvolle Anpassungen Ihrer Anlagen aufmerksam?",
                en: "How well does {{berater}} point out useful changes to your investments, without being asked?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie sie von sich aus auf sinnvolle Anpassungen ihrer Anlagen aufmerksam machen?",
                selfEn: "How would your customers rate how well you point out useful changes to their investments, without being asked?"),
            Shared.Contact(Investment),
            Shared.KnowsYou(Investment),
            Shared.DecisionHelp(Investment),
            Rating("investment-reasons", Investment, NegotiationSkill,
                de: "Wie gut hat {{berater}} den Anlagevorschlag begründet?",
                en: "How well did {{berater}} explain the reasons for the investment proposal?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut Sie Ihre Anlagevorschläge begründen?",
                selfEn: "How would your customers rate how well you explain the reasons for your investment proposals?"),
            Rating("investment-fit", Investment, ProductQuality,
                de: "Wie gut passen die vorgeschlagenen Anlagen zu Ihren Zielen?",
                en: "How well do the suggested investments fit your goals?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut die vorgeschlagenen Anlagen zu ihren Zielen passen?",
                selfEn: "How would your customers rate how well the suggested investments fit their goals?"),
            Rating("risk-fit", Investment, RiskPolicy,
                de: "Wie gut berücksichtigen unsere Vorschläge, wie viel Risiko Sie eingehen möchten?",
                en: "How well do our suggestions take into account how much risk you want to take?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut unsere Vorschläge berücksichtigen, wie viel Risiko sie eingehen möchten?",
                selfEn: "How would your customers rate how well our suggestions take into account how much risk they want to take?"),
            Rating("investment-overview", Investment, Process,
                de: "Wie gut behalten Sie mit unseren Auswertungen den Überblick über Ihre Anlagen?",
                en: "How well do our reports help you to keep track of your investments?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut sie mit unseren Auswertungen den Überblick über ihre Anlagen behalten?",
                selfEn: "How would your customers rate how well our reports help them to keep track of their investments?"),
            Rating("investment-price", Investment, Price,
                de: "Wie gut können Sie nachvollziehen, was Ihre Anlagen kosten?",
                en: "How well can you understand what your investments cost?",
                selfDe: "Wie würden Ihre Kunden bewerten, wie gut sie nachvollziehen können, was ihre Anlagen kosten?",
                selfEn: "How would your customers rate how well they can understand what their investments cost?"),
            .. Shared.Closing,
        ]);
}
