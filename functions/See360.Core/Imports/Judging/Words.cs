using See360.Core.Imports.Reading;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Core.Imports.Judging;

/// <summary>The words that exports use for a salutation, a language and a legal basis. Null: not a known word.</summary>
public static class Words
{
    private static readonly Dictionary<string, Salutation> Salutations = Table(
        (Salutation.Frau, ["Frau", "Fr.", "Mrs", "Ms"]),
        (Salutation.Herr, ["Herr", "Herrn", "Hr.", "Mr"]),
        (Salutation.Divers, ["Divers", "Diverse", "d"]),
        (Salutation.Firma, ["Firma", "Fa.", "Company"]),
        (Salutation.Eheleute, ["Eheleute", "Eheleuten", "Familie", "Frau und Herr", "Herr und Frau"]),
        (Salutation.None, ["", "keine", "ohne"]));

    private static readonly Dictionary<string, Language> Languages = Table(
        (Language.De, ["", "de", "de-DE", "deutsch", "german", "d", "ger", "deu"]),
        (Language.En, ["en", "en-GB", "en-US", "englisch", "english", "e", "eng"]));

    private static readonly Dictionary<string, LegalBasisKind> Bases = Table(
        (LegalBasisKind.Consent, ["Einwilligung", "Einwilligung erteilt", "Werbeeinwilligung", "Einwilligung E-Mail", "Consent", "Opt-in", "Double-Opt-in"]),
        (LegalBasisKind.ExistingCustomer, ["Bestandskunde", "Bestandskundin", "Bestandskunden", "Bestehende Kundenbeziehung", "Kundenbeziehung", "Existing customer", "§ 7 Abs. 3 UWG", "§ 7 (3) UWG", "UWG 7 (3)"]),
        (LegalBasisKind.None, ["keine", "nein", "none", "no", "ohne"]));

    public static Salutation? SalutationOf(string field) => Find(Salutations, field);

    public static Language? LanguageOf(string field) => Find(Languages, field);

    public static LegalBasisKind? BasisOf(string field) => Find(Bases, field);

    /// <summary>As it stands first: nearly every row says just "Frau" or "Herr", and folding costs.</summary>
    private static T? Find<T>(Dictionary<string, T> table, string field)
        where T : struct =>
        table.TryGetValue(field, out var known) || table.TryGetValue(TextFolding.Fold(field), out known) ? known : null;

    private static Dictionary<string, T> Table<T>(params ReadOnlySpan<(T Value, string[] Words)> entries)
    {
        var table = new Dictionary<string, T>();
        foreach (var (value, words) in entries)
        {
            foreach (var word in words)
            {
                table.TryAdd(word, value);
                table.TryAdd(TextFolding.Fold(word), value);
            }
        }

        return table;
    }
}
