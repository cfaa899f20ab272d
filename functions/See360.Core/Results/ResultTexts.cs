using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Core.Results;

internal static class ResultTexts
{
    /// <summary>The order of names on a page.</summary>
    public static StringComparer Alphabet { get; } = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true);

    public static LocalizedText SurveyUnknown { get; } = new(
        "Diese Umfrage gibt es nicht. Bitte wählen Sie eine aus der Liste.", "There is no such survey. Please choose one from the list.");

    public static LocalizedText WeeksOutOfRange { get; } = new(
        "Bitte wählen Sie 1 bis 53 Wochen.", "Please choose 1 to 53 weeks.");

    /// <summary>"Frau Dr. Erika Muster"; null for a record without a name.</summary>
    public static string? Name(Participant person)
    {
        var salutation = person.Salutation switch { Salutation.Frau => "Frau", Salutation.Herr => "Herr", _ => "" };
        var name = string.Join(' ', new[] { salutation, person.Title, person.FirstName, person.LastName }.Where(part => part.Length > 0));
        return person.LastName.Length > 0 || person.FirstName.Length > 0 ? name : null;
    }
}
