using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>What a competitive factor is called on pages, in mails and in exports.</summary>
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
        CompetitiveFactor.Initiative => new("Beratungs-/Verkaufsinitiative", "Initiative in advice and sales"),
        CompetitiveFactor.AdviceQuality => new("Beratungsqualität/Anbahnungskompetenz", "Quality of advice and business development"),
        CompetitiveFactor.NegotiationSkill => new("Verhandlungssicherheit", "Confidence in negotiation"),
        CompetitiveFactor.GoalOrientation => new("Zielorientierung/Verkaufstalent", "Focus on results and sales talent"),
        CompetitiveFactor.PersonalRelationship => new("Persönliche Beziehung", "Personal relationship"),
        CompetitiveFactor.ProductQuality => new("Produktqualität/Problemlösung", "Product quality and problem solving"),
        CompetitiveFactor.RiskPolicy => new("Risikobereitschaft/Risikopolitik", "Risk appetite and risk policy"),
        CompetitiveFactor.Process => new("Prozess/Bequemlichkeit", "Process and convenience"),
        CompetitiveFactor.Price => new("Preis", "Price"),
        _ => throw new ArgumentOutOfRangeException(nameof(factor)),
    };
}
