namespace See360.Core.Surveys.Sets;

/// <summary>The question sets that come with the product.</summary>
public static class QuestionSets
{
    public static IReadOnlyList<QuestionSet> All { get; } =
    [
        Generalists.Set,
        MortgageSpecialists.Set,
        InvestmentSpecialists.Set,
        InsuranceSpecialists.Set,
        PaymentsSpecialists.Set,
        InternationalSpecialists.Set,
        EstateAgents.Set,
        ServiceCentre.Set,
        Maturity.Set,
    ];

    public static QuestionSet? Find(string id) => All.FirstOrDefault(set => set.Id == id);
}
