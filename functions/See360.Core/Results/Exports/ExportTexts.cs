using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>Headers of the flat table of answers, and what is said of them.</summary>
internal static class ExportTexts
{
    public static LocalizedText Date { get; } = new("Datum", "Date");

    public static LocalizedText DateMeans { get; } = new(
        "Tag, an dem der Bogen abgeschlossen wurde. Bei gebündelten Antworten der Montag einer Woche, in der das Bündel voll wurde.",
        "Day on which the sheet was completed. Of bundled answers the Monday of a week in which the bundle became full.");

    public static LocalizedText Survey { get; } = new("Umfrage", "Survey");

    public static LocalizedText SurveyMeans { get; } = new("Name der Umfrage.", "Name of the survey.");

    public static LocalizedText Version { get; } = new("Fassung", "Version");

    public static LocalizedText VersionMeans { get; } = new(
        "Fassung der Umfrage, zu der die Antworten gegeben wurden.", "Version of the survey that the answers were given to.");

    public static LocalizedText UnitNumber { get; } = new("OE-Nummer", "Unit number");

    public static LocalizedText UnitName { get; } = new("OE", "Unit");

    public static LocalizedText UnitMeans { get; } = new(
        "Abteilung oder Filiale beim Abschluss des Bogens. Leer, wenn der Bogen nur zum Institut zählt, wenn es die Abteilung nicht mehr gibt oder wenn Sie ihre Summe nicht einzeln sehen.",
        "Department or branch when the sheet was completed. Empty if the sheet counts for the institute alone, if the unit is gone, or if you do not see its sum by itself.");

    public static LocalizedText CommentUnitMeans { get; } = new(
        "Abteilung oder Filiale beim Abschluss des Bogens. Leer, wenn der Kommentar nur zum Institut zählt oder es die Abteilung nicht mehr gibt.",
        "Department or branch when the sheet was completed. Empty if the comment counts for the institute alone or the unit is gone.");

    public static LocalizedText Segment { get; } = new("Segment", "Segment");

    public static LocalizedText Channel { get; } = new("Kanal", "Channel");

    public static LocalizedText SegmentMeans { get; } = new(
        "Wie es im Export der Bank steht. Bei vertraulichen Umfragen wird es nicht gespeichert.",
        "As the bank's export says. It is not kept of confidential surveys.");

    public static LocalizedText Advisor { get; } = new("Berater", "Advisor");

    public static LocalizedText AdvisorMeans { get; } = new("Nur in der Auswertung der eigenen Antworten.", "Only where one's own answers are looked at.");

    public static LocalizedText Mode { get; } = new("Vertraulichkeit", "Confidentiality");

    public static LocalizedText Bundled { get; } = new("gebündelt", "bundled");

    public static LocalizedText BundledMeans { get; } = new(
        "gebündelt: eine vertrauliche Umfrage. Die Zeilen eines Bündels sind nicht die Bögen einzelner Kunden: Die Antworten zu jeder Frage sind für sich der Größe nach geordnet.",
        "bundled: a confidential survey. The rows of a bundle are not the sheets of single customers: the answers to each question are in order of their size by themselves.");

    public static LocalizedText CannotJudge { get; } = new("kann ich nicht beurteilen", "can't judge");

    public static LocalizedText CurrentLevel { get; } = new("heute", "today");

    public static LocalizedText DesiredLevel { get; } = new("gewünscht", "desired");

    public static LocalizedText OtherName { get; } = new("andere", "other");

    public static LocalizedText TooManyRows { get; } = new(
        "Mehr als 1.048.575 Antwortbögen oder Kommentare passen nicht in ein Tabellenblatt. Bitte wählen Sie einen kürzeren Zeitraum oder die CSV-Datei.",
        "More than 1,048,575 answer sheets or comments do not fit into a worksheet. Please choose a shorter period or the CSV file.");
}
