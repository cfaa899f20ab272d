using See360.Core.Texts;

namespace See360.Core.Results.Slices;

/// <summary>What is said of a slice that can't be shown.</summary>
public static class SliceTexts
{
    public static LocalizedText Unknown { get; } = new(
        "Diese Auswahl gibt es nicht. Bitte wählen Sie aus der Liste.", "There is no such choice. Please choose from the list.");

    public static LocalizedText SurveyUnknown => ResultTexts.SurveyUnknown;

    public static LocalizedText PeriodUnknown { get; } = new(
        "Dieser Zeitraum kann nicht gelesen werden. Bitte wählen Sie einen aus der Liste oder zwei Tage zwischen 2000 und 2100.",
        "This period can't be read. Please choose one from the list, or two days between 2000 and 2100.");

    public static LocalizedText PeriodReversed { get; } = new(
        "Der Zeitraum endet, bevor er beginnt. Bitte tauschen Sie die beiden Tage.", "The period ends before it begins. Please swap the two days.");

    public static LocalizedText VersionWithoutSurvey { get; } = new(
        "Eine Fassung gehört zu einer Umfrage. Bitte wählen Sie genau eine Umfrage.", "A version belongs to a survey. Please choose exactly one survey.");

    public static LocalizedText CompareEverything { get; } = new(
        "Vor dem gesamten Zeitraum gibt es nichts zum Vergleichen. Bitte wählen Sie einen kürzeren Zeitraum.",
        "There is nothing before the whole period to compare with. Please choose a shorter period.");

    public static LocalizedText CompareInstitute { get; } = new(
        "Mit dem Institut lässt sich eine Abteilung oder eine Person vergleichen. Bitte wählen Sie eine.",
        "A unit or a person can be compared with the institute. Please choose one.");

    public static LocalizedText StepUnknown { get; } = new(
        "Bitte wählen Sie Woche, Monat oder rollierend.", "Please choose week, month or rolling.");

    public static LocalizedText ScoreUnknown { get; } = new(
        "Bitte wählen Sie Promotoren, Passive, Kritiker oder ohne Wert.", "Please choose promoters, passives, detractors or without a score.");

    public static LocalizedText AfterUnknown { get; } = new(
        "Diese Stelle der Liste gibt es nicht mehr. Bitte beginnen Sie von vorn.", "This place in the list is gone. Please begin again.");
}
