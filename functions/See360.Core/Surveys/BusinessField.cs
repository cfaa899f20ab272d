namespace See360.Core.Surveys;

/// <summary>*Geschäftsfeld*. The same ids in every survey and every institute.</summary>
public enum BusinessField
{
    Financing = 1,
    Payments = 2,
    PropertyInsurance = 3,
    PersonalInsurance = 4,
    Investment = 5,
    International = 6,
    RealEstate = 7,
}

/// <summary>*Wettbewerbsfaktor*. 1–6 depend on the person, 7–10 on the institute. The same ids in every survey.</summary>
public enum CompetitiveFactor
{
    /// <summary>*Kontaktfrequenz*</summary>
    ContactFrequency = 1,

    /// <summary>*Beratungs-/Verkaufsinitiative*</summary>
    Initiative = 2,

    /// <summary>*Beratungsqualität/Anbahnungskompetenz*</summary>
    AdviceQuality = 3,

    /// <summary>*Verhandlungssicherheit*</summary>
    NegotiationSkill = 4,

    /// <summary>*Zielorientierung/Verkaufstalent*</summary>
    GoalOrientation = 5,

    /// <summary>*Persönliche Beziehung*</summary>
    PersonalRelationship = 6,

    /// <summary>*Produktqualität/Problemlösung*</summary>
    ProductQuality = 7,

    /// <summary>*Risikobereitschaft/Risikopolitik*</summary>
    RiskPolicy = 8,

    /// <summary>*Prozess/Bequemlichkeit*</summary>
    Process = 9,

    /// <summary>*Preis*</summary>
    Price = 10,
}
