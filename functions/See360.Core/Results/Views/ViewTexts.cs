using System.Globalization;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

/// <summary>What is said beside figures.</summary>
internal static class ViewTexts
{
    public static LocalizedText Previous { get; } = new("Zeitraum davor", "Period before");

    public static LocalizedText LastYear { get; } = new("Vorjahr", "Year before");

    public static LocalizedText RestOfInstitute { get; } = new("Übriges Haus", "Rest of the institute");

    public static LocalizedText InstituteDrawn { get; } = new(
        "Verglichen wird mit dem übrigen Haus, also ohne das hier Gewählte: Ein Teil lässt sich nicht verlässlich mit dem Ganzen vergleichen, in dem er enthalten ist.",
        "The comparison is with the rest of the institute, without what is chosen here: a part can't be reliably compared with the whole that holds it.");

    public static LocalizedText NarrowedRatings { get; } = new(
        "Geschäftsfeld und Wettbewerbsfaktor schränken die Bewertungen ein. NPS, Zufriedenheit, Lösung beim ersten Kontakt und Rücklauf gelten für das ganze Gespräch.",
        "Business field and competitive factor narrow the ratings. NPS, satisfaction, first contact resolution and the response rate are of the whole conversation.");

    public static LocalizedText ReturnNotNarrowed { get; } = new(
        "Der Rücklauf ist nicht nach Segment, Kanal und Fassung unterteilt und gilt hier für alle.",
        "The response rate is not divided by segment, channel and version and is that of all here.");

    public static LocalizedText ReturnByToday { get; } = new(
        "Der Rücklauf zählt die Personen dort, wo sie heute arbeiten.", "The response rate counts people where they work today.");

    public static LocalizedText SelfImagesLenient { get; } = new(
        "Selbstbilder fallen meist freundlicher aus als das Bild der Kunden. Markiert ist nur ein deutlicher Unterschied.",
        "Self-images usually run kinder than the customers' view. Only a clear difference is marked.");

    public static LocalizedText SelfImagesFew { get; } = new(
        "Selbstbilder erscheinen ab fünf Personen, damit keines einer Person zugeordnet werden kann.",
        "Self-images appear from five people on, so that none can be traced to a person.");

    public static LocalizedText ImportanceDerived { get; } = new(
        "Die Wichtigkeit ist nicht erfragt, sondern abgeleitet: Sie sagt, wie eng die Bewertung eines Faktors mit der Gesamtzufriedenheit derselben Kunden zusammenhängt (Korrelation, ab 30 Kunden, nur personalisierte Umfragen).",
        "Importance is not asked for but derived: it says how closely the rating of a factor goes with the overall satisfaction of the same customers (correlation, from 30 customers on, surveys in personal mode only).");

    public static LocalizedText ImportanceFromNps { get; } = new(
        "Als Gesamtzufriedenheit dient hier die Weiterempfehlung (NPS), weil nach der Zufriedenheit nicht gefragt wurde.",
        "Here the recommendation (NPS) stands for overall satisfaction, because satisfaction was not asked for.");

    public static LocalizedText Praise { get; } = new("Lob", "Praise");

    public static LocalizedText Improvement { get; } = new("Verbesserung", "Improvement");

    public static LocalizedText CommentsOwnOnly { get; } = new(
        "Sie sehen die Kommentare zu Ihren eigenen Gesprächen.", "You see the comments on your own conversations.");

    public static LocalizedText CommentsHeadedOnly { get; } = new(
        "Sie sehen die Kommentare der Abteilungen, die Sie leiten.", "You see the comments of the units that you head.");

    public static LocalizedText CommentsNotNarrowed { get; } = new(
        "Geschäftsfeld und Wettbewerbsfaktor schränken Kommentare nicht ein.", "Business field and competitive factor do not narrow comments.");

    public static LocalizedText ReleasedInBatches(string names) => new(
        $"Vertraulich: {names}. Antworten erscheinen erst, wenn genug zusammengekommen sind, und dann gesammelt.",
        $"Confidential: {names}. Answers appear only when enough have come together, and then as a batch.");

    public static LocalizedText ConfidentialLeftOut(string names) => new(
        $"Segment und Kanal lassen vertrauliche Umfragen aus: {names}. Bei ihnen wird beides nicht gespeichert.",
        $"Segment and channel leave confidential surveys out: {names}. Neither is kept of them.");

    public static LocalizedText OtherScales(string names) => new(
        $"Auf einer anderen Skala und darum nicht in den Mittelwerten: {names}. Wählen Sie die Umfrage einzeln, um sie zu sehen.",
        $"On another scale and therefore not in the means: {names}. Choose the survey by itself to see it.");

    public static LocalizedText SelfImageFirst(string names) => new(
        $"Bitte geben Sie zuerst Ihr Selbstbild ab: {names}. Danach sehen Sie hier die Antworten Ihrer Kunden. Den Link finden Sie unter „Meine Ergebnisse“.",
        $"Please give your self-image first: {names}. Then you will see your customers' answers here. You will find the link under \"My results\".");

    public static LocalizedText ByInterviewer(int sheets) => new(
        sheets == 1 ? "1 Bogen ist telefonisch erfasst und zählt nicht mit." : $"{sheets.ToString(CultureInfo.InvariantCulture)} Bögen sind telefonisch erfasst und zählen nicht mit.",
        sheets == 1 ? "1 sheet was entered by telephone and is not counted." : $"{sheets.ToString(CultureInfo.InvariantCulture)} sheets were entered by telephone and are not counted.");

    /// <summary>"A, B und C".</summary>
    public static string Listed(IReadOnlyList<string> names, Language language) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.Take(names.Count - 1))} {(language == Language.En ? "and" : "und")} {names[^1]}";
}
