using System.Globalization;
using System.Text;
using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>Finds the survey that an export means in its column Umfrage.</summary>
public static class SurveyNames
{
    /// <summary>The name as it is compared: letters and digits alone, in lower case, umlauts as their base letter.
    /// "Vermögensanlage", "VERMOEGENS-ANLAGE" and "Vermogensanlage" are one name.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        var plain = name.Replace("ß", "ss", StringComparison.Ordinal);
        foreach (var c in TextForm.IsWellFormed(plain) ? plain.Normalize(NormalizationForm.FormKD) : plain)
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u").ToString();
    }

    /// <summary>The survey that the text names by one of its import names, its German or English name, or its id;
    /// import names win. Null if none does.</summary>
    public static Survey? Find(IReadOnlyList<Survey> surveys, string name)
    {
        var key = Key(name);
        return key.Length == 0
            ? null
            : surveys.FirstOrDefault(s => s.ImportNames.Any(n => Key(n) == key))
                ?? surveys.FirstOrDefault(s => Key(s.Name.De) == key || Key(s.Name.En) == key || Key(s.Id.ToString()) == key);
    }
}
