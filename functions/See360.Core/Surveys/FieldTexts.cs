using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>What a business field is called on pages, in mails and in exports.</summary>
public static class FieldTexts
{
    public static IReadOnlyList<BusinessField> All { get; } = Enum.GetValues<BusinessField>();

    /// <summary>German words are long: where they may be parted is said in them, for browsers that do not know it.</summary>
    public static LocalizedText Of(BusinessField field) => field switch
    {
        BusinessField.Financing => new("Finan\u00ADzierungen", "Financing"),
        BusinessField.Payments => new("Zahlungs\u00ADverkehr", "Payments"),
        BusinessField.PropertyInsurance => new("Sach\u00ADversicherungen", "Property insurance"),
        BusinessField.PersonalInsurance => new("Personen\u00ADversicherungen", "Personal insurance"),
        BusinessField.Investment => new("Vermögens\u00ADanlage", "Investment"),
        BusinessField.International => new("Auslands\u00ADgeschäft", "International business"),
        BusinessField.RealEstate => new("Immobilien\u00ADgeschäft", "Real estate"),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
