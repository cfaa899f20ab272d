using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Core.Mail;

/// <summary>How a letter begins (without the comma), and how a person is named in running text.</summary>
public static class Greeting
{
    /// <summary>"Sehr geehrte Frau Dr. Berg", "Sehr geehrte Damen und Herren", "Guten Tag Kim Berg".</summary>
    /// <remarks>Plain text: names stay as they are; whoever puts it into HTML escapes it.</remarks>
    public static string Of(Language language, Salutation salutation, string title, string firstName, string lastName)
    {
        var known = lastName.Trim().Length > 0;
        return language == Language.En
            ? English(known ? salutation : Neutral(salutation), title, firstName, lastName)
            : German(known ? salutation : Neutral(salutation), title, firstName, lastName);
    }

    public static string Of(Language language, Employee employee) =>
        Of(language, employee.Salutation, employee.Title, employee.FirstName, employee.LastName);

    /// <summary>"Frau Dr. Berg", or the full name where a salutation would be a guess.</summary>
    public static string ShortName(Language language, Employee employee) => (language, employee.Salutation) switch
    {
        (Language.De, Salutation.Frau) => Join("Frau", employee.Title, employee.LastName),
        (Language.De, Salutation.Herr) => Join("Herr", employee.Title, employee.LastName),
        (Language.En, Salutation.Frau or Salutation.Herr) when employee.Title.Length > 0 => Join(employee.Title, employee.LastName),
        (Language.En, Salutation.Frau) => Join("Ms", employee.LastName),
        (Language.En, Salutation.Herr) => Join("Mr", employee.LastName),
        _ => employee.FullName,
    };

    /// <summary>Without a last name, "Sehr geehrte Frau" would stand alone.</summary>
    private static Salutation Neutral(Salutation salutation) =>
        salutation is Salutation.Firma or Salutation.Eheleute ? salutation : Salutation.None;

    private static string German(Salutation salutation, string title, string firstName, string lastName) => salutation switch
    {
        Salutation.Frau => Join("Sehr geehrte Frau", title, lastName),
        Salutation.Herr => Join("Sehr geehrter Herr", title, lastName),
        Salutation.Firma or Salutation.Eheleute => "Sehr geehrte Damen und Herren",
        _ => Join("Guten Tag", title, firstName, lastName),
    };

    // In English a title takes the place of Ms and Mr.
    private static string English(Salutation salutation, string title, string firstName, string lastName) => salutation switch
    {
        Salutation.Frau or Salutation.Herr when title.Trim().Length > 0 => Join("Dear", title, lastName),
        Salutation.Frau => Join("Dear Ms", lastName),
        Salutation.Herr => Join("Dear Mr", lastName),
        Salutation.Firma or Salutation.Eheleute => "Dear Sir or Madam",
        _ when Join(title, firstName, lastName).Length == 0 => "Good day",
        _ => Join("Dear", title, firstName, lastName),
    };

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var words = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (part.Trim() is { Length: > 0 } word)
            {
                words.Add(word);
            }
        }

        return string.Join(' ', words);
    }
}
