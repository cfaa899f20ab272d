using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>What the pages are called.</summary>
internal static class ViewNames
{
    public static LocalizedText Overview { get; } = new("Gesamtsicht", "Overview");

    public static LocalizedText Factors { get; } = new("Wettbewerbsfaktoren", "Competitive factors");

    public static LocalizedText Fields { get; } = new("Geschäftsfelder", "Business fields");

    public static LocalizedText Grid { get; } = new("Felder und Faktoren", "Fields and factors");

    public static LocalizedText Trend { get; } = new("Verlauf nach Monaten", "Trend by month");

    public static LocalizedText Organisation { get; } = new("Organisation", "Organisation");

    public static LocalizedText Questions { get; } = new("Einzelfragen", "Questions");

    public static LocalizedText SelfImage { get; } = new("Selbstbild / Fremdbild", "Self-image / customers' view");

    public static LocalizedText Return { get; } = new("Rücklauf", "Return");

    public static LocalizedText Importance { get; } = new("Wichtigkeit und Leistung", "Importance and performance");

    public static LocalizedText Management { get; } = new("Managementreport", "Management report");
}
