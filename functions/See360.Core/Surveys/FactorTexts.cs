using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>What a competitive factor is called on pages. Soft hyphens say where a narrow page may break a word: not every
/// browser knows German words.</summary>
public static class FactorTexts
{
    public static IReadOnlyList<CompetitiveFactor> All { get; } = Enum.GetValues<CompetitiveFactor>();

    public static LocalizedText PersonDependent { get; } = new("Personenabhängig", "Depends on the person");

    public static LocalizedText InstituteDependent { get; } = new("Institutsabhängig", "Depends on the institute");

    /// <summary>True for the factors that the advisor shapes, false for those that the institute sets.</summary>
    public static bool IsPersonDependent(CompetitiveFactor factor) => factor <= CompetitiveFactor.PersonalRelationship;

    public static LocalizedText Of(CompetitiveFactor factor) => factor switch
    {
        CompetitiveFactor.ContactFrequency => new("Kontaktfrequenz", "Frequency of contact"),
        CompetitiveFactor.Initiative => new("Beratungs-/Verkaufs\u00ADinitiative", "Initiative in advice and sales"),
        CompetitiveFactor.AdviceQuality => new("Beratungs\u00ADqualität/Anbahnungs\u00ADkompetenz", "Quality of advice and business development"),
        CompetitiveFactor.NegotiationSkill => new("Verhandlungs\u00ADsicherheit", "Confidence in negotiation"),
        CompetitiveFactor.GoalOrientation => new("Ziel\u00ADorientierung/Verkaufs\u00ADtalent", "Focus on results and sales talent"),
        CompetitiveFactor.PersonalRelationship => new("Persönliche Beziehung", "Personal relationship"),
        CompetitiveFactor.ProductQuality => new("Produkt\u00ADqualität/Problem\u00ADlösung", "Product quality and problem solving"),
        CompetitiveFactor.RiskPolicy => new("Risiko\u00ADbereitschaft/Risiko\u00ADpolitik", "Risk appetite and risk policy"),
        CompetitiveFactor.Process => new("Prozess/Bequem\u00ADlichkeit", "Process and convenience"),
        CompetitiveFactor.Price => new("Preis", "Price"),
        _ => throw new ArgumentOutOfRangeException(nameof(factor)),
    };
}
