using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>The surveys that a bank starts with: one for each specialist field, under the names that exports use in
/// their column Umfrage.</summary>
public static class DefaultSurveys
{
    public static IReadOnlyList<NewSurvey> All { get; } =
    [
        Default(1, "beratung", "kundenbetreuer", new("Beratung", "Advice"), "Beratung", "Kundenberatung", "Privatkundenberatung"),
        Default(2, "baufinanzierung", "baufinanzierung", new("Baufinanzierung", "Mortgages"), "Baufinanzierung", "Baufi", "Immobilienfinanzierung"),
        Default(3, "vermoegensanlage", "vermoegensanlage", new("Vermögensanlage", "Investment"), "Vermögensanlage", "Wertpapiere", "Vermögensberatung"),
        Default(4, "versicherung", "versicherung", new("Versicherung", "Insurance"), "Versicherung", "Versicherungen"),
        Default(5, "zahlungsverkehr", "zahlungsverkehr", new("Zahlungsverkehr", "Payments"), "Zahlungsverkehr"),
        Default(6, "auslandsgeschaeft", "auslandsgeschaeft", new("Auslandsgeschäft", "International business"), "Auslandsgeschäft", "Ausland"),
        Default(7, "immobilien", "immobilien", new("Immobilien", "Real estate"), "Immobilien", "Immobilienvermittlung", "Makler"),
    ];

    private static NewSurvey Default(int number, string id, string setId, LocalizedText name, params string[] importNames) =>
        new(SurveyId.Parse(id), setId, name, importNames, Number: number);
}
