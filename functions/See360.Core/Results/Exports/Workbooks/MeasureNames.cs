using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>What figures are called, and how each is computed.</summary>
internal static class MeasureNames
{
    public static LocalizedText Nps { get; } = new("NPS", "NPS");

    public static LocalizedText Csat { get; } = new("Zufriedene (CSAT)", "Satisfied (CSAT)");

    public static LocalizedText Satisfaction { get; } = new("Zufriedenheit (Mittel)", "Satisfaction (mean)");

    public static LocalizedText Fcr { get; } = new("Beim ersten Kontakt gelöst (FCR)", "Solved at the first contact (FCR)");

    public static LocalizedText Mean { get; } = new("Mittel aller Fragen", "Mean of all questions");

    public static LocalizedText ResponseRate { get; } = new("Rücklaufquote", "Response rate");

    public static LocalizedText Importance { get; } = new("abgeleitete Wichtigkeit", "derived importance");

    public static LocalizedText Activity { get; } = new("Activity Index", "Activity Index");

    /// <summary>Name and method of each.</summary>
    public static IReadOnlyList<(LocalizedText Name, LocalizedText Method)> Methods { get; } =
    [
        (Nps, new(
            "100 · (Anteil der Promotoren − Anteil der Kritiker), −100 bis +100. Promotoren geben 9 oder 10, Kritiker 0 bis 6. Intervall: Adjusted Wald (¾ Promotor, 1½ Passive, ¾ Kritiker werden hinzugefügt); es liegt darum nicht gleichmäßig um den Wert.",
            "100 · (share of promoters − share of detractors), −100 to +100. Promoters give 9 or 10, detractors 0 to 6. Interval: adjusted Wald (¾ promoter, 1½ passives, ¾ detractor are added), so it does not lie evenly around the value.")),
        (Csat, new("Anteil der Antworten 4 und 5 auf die Frage nach der Zufriedenheit (1–5). Intervall nach Wilson.", "Share of the answers 4 and 5 to the question about satisfaction (1–5). Wilson's interval.")),
        (Satisfaction, new("Mittelwert derselben Frage, 1–5. t-Intervall.", "Mean of the same question, 1–5. t interval.")),
        (Fcr, new("Anteil von „ja“ an „ja“ und „nein“; „weiß nicht“ zählt nicht mit. Intervall nach Wilson.", "Share of \"yes\" among \"yes\" and \"no\"; \"don't know\" is not counted. Wilson's interval.")),
        (Mean, new(
            "Mittelwert der Bewertungen auf der Skala der Umfrage. t-Intervall über Kunden: Mehrere Antworten eines Kunden gelten nicht als unabhängig. „Kann ich nicht beurteilen“ zählt nicht mit.",
            "Mean of the ratings on the survey's scale. t interval over customers: several answers of one customer are not taken as independent. \"Can't judge\" is not counted.")),
        (ResponseRate, new(
            "Abgeschlossene Bögen von den zugestellten Einladungen, ohne Wochen, die jünger als 14 Tage sind. n = zugestellte Einladungen. Intervall nach Wilson.",
            "Completed sheets of the invitations delivered, without weeks younger than 14 days. n = invitations delivered. Wilson's interval.")),
        (Importance, new(
            "Korrelation der Bewertung eines Faktors mit der Gesamtzufriedenheit derselben Kunden, −1 bis 1, ab 30 Kunden; nicht erfragt.",
            "Correlation of a factor's rating with the overall satisfaction of the same customers, −1 to 1, from 30 customers on; not asked for.")),
        (Activity, new(
            "100 · Summe der Teile, jeder bis zu seinem Ziel, mal Gewicht; zwölf Wochen vor dieser. Ein Teil, der nicht bekannt ist, fällt weg. Nur für Abteilungen ab fünf Beratern, nie für eine Person.",
            "100 · sum of the parts, each up to its target, times weight; the twelve weeks before this one. A part that is not known drops out. Only of units with five advisors or more, never of a person.")),
    ];
}
