namespace See360.Core.Users;

/// <summary>What is guessed first: words and keyboard rows that stand at the head of every published list, also with
/// digits and signs around them, and short patterns repeated.</summary>
internal static class CommonPasswords
{
    private static readonly string[] Stems =
    [
        "passwort", "password", "kennwort", "hallo", "willkommen", "welcome", "geheim", "secret", "schatz", "sonnenschein",
        "qwertz", "qwertzuiop", "qwerty", "qwertyuiop", "asdfgh", "asdfghjkl", "yxcvbnm", "zxcvbnm", "iloveyou", "ichliebedich",
        "fussball", "football", "letmein", "admin", "administrator", "sparkasse", "volksbank", "raiffeisen", "bank", "berater",
        "kunde", "sommer", "winter", "herbst", "fruehling", "frühling", "montag", "deutschland", "berlin", "hamburg", "muenchen",
        "münchen", "superman", "batman", "dragon", "monkey", "princess", "master", "test", "abc", "see",
    ];

    private static readonly string[] Rows = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertzuiopü", "qwertyuiop", "asdfghjklöä", "yxcvbnm", "zxcvbnm"];

    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return IsRepetition(lower) || Array.Exists(Rows, row => row.Contains(lower, StringComparison.Ordinal)) || IsStem(lower);
    }

    /// <summary>A part of up to four characters again and again: "aaaaaaaaaaaa", "abcdabcdabcd".</summary>
    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, 4).Any(length => Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i % length]));

    /// <summary>Common words alone, one after the other, with whatever digits and signs between them.</summary>
    private static bool IsStem(string text)
    {
        var letters = string.Concat(text.Select(Unmasked).Where(char.IsLetter));
        foreach (var stem in Stems.OrderByDescending(s => s.Length))
        {
            letters = letters.Replace(stem, "", StringComparison.Ordinal);
        }

        return letters.Length <= 1;
    }

    /// <summary>"P@ssw0rt" is "passwort".</summary>
    private static char Unmasked(char c) => c switch { '@' => 'a', '0' => 'o', '$' => 's', '€' => 'e', _ => c };
}
