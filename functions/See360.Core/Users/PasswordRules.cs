using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Users;

/// <summary>What makes a password acceptable, after NIST SP 800-63B-4, 3.1.1.2: length rather than kinds of
/// characters, nothing that is guessed first, no change by the calendar.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 256;

    /// <summary>Parts of names shorter than this say nothing.</summary>
    private const int ShortestPart = 4;

    /// <exception cref="BadInput">With what to choose instead.</exception>
    public static void Check(string password, Institute institute, string userName, string field = "password")
    {
        if (password.Length is < Shortest or > Longest)
        {
            throw Bad(field, "password-length", $"Bitte wählen Sie ein Passwort mit {Shortest} bis {Longest} Zeichen; mehrere Wörter hintereinander sind gut zu merken.", $"Please choose a password of {Shortest} to {Longest} characters; several words in a row are easy to remember.");
        }

        if (!TextForm.IsWellFormed(password))
        {
            throw Bad(field, "password-characters", "Das Passwort enthält Zeichen, die nicht gelesen werden können. Bitte wählen Sie ein anderes.", "The password holds characters that can't be read. Please choose another one.");
        }

        if (NameParts(institute, userName).Any(part => password.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            throw Bad(field, "password-contains-name", "Bitte wählen Sie ein Passwort, in dem weder Ihr Name noch der Ihres Instituts vorkommt.", "Please choose a password that holds neither your name nor your institute's.");
        }

        if (CommonPasswords.Contains(password))
        {
            throw Bad(field, "password-common", "Dieses Passwort wird als eines der ersten geraten. Bitte wählen Sie ein anderes, zum Beispiel vier Wörter, die nichts miteinander zu tun haben.", "This password is among the first to be guessed. Please choose another one, for example four words that have nothing to do with each other.");
        }
    }

    /// <summary>No password is longer: what goes beyond is not hashed, and text that is none becomes empty.</summary>
    internal static string Cut(string password) => password.Length <= Longest && TextForm.IsWellFormed(password) ? password : "";

    private static IEnumerable<string> NameParts(Institute institute, string userName) =>
        userName.Split('@', 2)[0].Split('.', '-', '_', '+')
            .Append(userName.Split('@', 2)[0])
            .Append(institute.Id.ToString())
            .Concat(institute.Name.Split(' ', '-'))
            .Where(part => part.Length >= ShortestPart);

    private static BadInput Bad(string field, string code, string de, string en) => new(field, code, new LocalizedText(de, en));
}
