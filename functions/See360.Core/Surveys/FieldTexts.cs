using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>What a business field is called on pages, in mails and in exports.</summary>
public static class FieldTexts
{
    public static IReadOnlyList<BusinessField> All { get; } = Enum.GetValues<BusinessField>();

    public static LocalizedText Of(BusinessField field) => field switch
    {
        BusinessField.Financing => new("Finanzierungen", "Financing"),
        BusinessField.Payments => new("Zahlungsverkehr", "Payments"),
        BusinessField.PropertyInsurance => new("Sachversicherungen", "Property insurance"),
        BusinessField.PersonalInsurance => new("Personenversicherungen", "Personal insurance"),
        BusinessField.Investment => new("Vermögensanlage", "Investment"),
        BusinessField.International => new("Auslandsgeschäft", "International business"),
        BusinessField.RealEstate => new("Immobiliengeschäft", "Real estate"),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
