using See360.Core.Imports.Reading;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Core.Imports.Judging;

/// <summary>The words that exports use for a salutation, a language and a legal basis. Null: not a known word.</summary>
public static class Words
{
    private static readonly Dictionary<string, Salutation> Salutations = new()
    {
        ["frau"] = Salutation.Frau, ["fr"] = Salutation.Frau, ["mrs"] = Salutation.Frau, ["ms"] = Salutation.Frau,
        ["herr"] = Salutation.Herr, ["herrn"] = Salutation.Herr, ["hr"] = Salutation.Herr, ["mr"] = Salutation.Herr,
        ["divers"] = Salutation.Divers, ["diverse"] = Salutation.Divers, ["d"] = Salutation.Divers,
        ["firma"] = Salutation.Firma, ["fa"] = Salutation.Firma, ["company"] = Salutation.Firma,
        ["eheleute"] = Salutation.Eheleute, ["eheleuten"] = Salutation.Eheleute, ["familie"] = Salutation.Eheleute,
        ["frauundherr"] = Salutation.Eheleute, ["herrundfrau"] = Salutation.Eheleute, ["herrundfraueheleute"] = Salutation.Eheleute,
        ["keine"] = Salutation.None, ["ohne"] = Salutation.None,
    };

    private static readonly Dictionary<string, Language> Languages = new()
    {
        ["de"] = Texts.Language.De, ["dede"] = Texts.Language.De, ["deutsch"] = Texts.Language.De, ["german"] = Texts.Language.De, ["d"] = Texts.Language.De, ["ger"] = Texts.Language.De, ["deu"] = Texts.Language.De,
        ["en"] = Texts.Language.En, ["englisch"] = Texts.Language.En, ["english"] = Texts.Language.En, ["e"] = Texts.Language.En, ["eng"] = Texts.Language.En, ["engb"] = Texts.Language.En, ["enus"] = Texts.Language.En,
    };

    private static readonly Dictionary<string, LegalBasisKind> Bases = new (LegalBasisKind Basis, string[] Words)[]
    {
        (LegalBasisKind.Consent, [ "Einwilligung", "Einwilligung erteilt", "Werbeeinwilligung", "Einwilligung E-Mail", "Consent", "Opt-in", "Double-Opt-in"]),
        (LegalBasisKind.ExistingCustomer, ["Bestandskunde", "Bestandskundin", "Bestandskunden", "Bestehende Kundenbeziehung", "Kundenbeziehung", "Existing customer", "§ 7 Abs. 3 UWG", "§ 7 (3) UWG", "UWG 7 (3)"]),
        (LegalBasisKind.None, ["keine", "nein", "none", "no", "ohne"]),
    }.SelectMany(kind => kind.Words.Select(word => (Word: TextFolding.Fold(word), kind.Basis))).DistinctBy(x => x.Word).ToDictionary(x => x.Word, x => x.Basis);

    public static Salutation? SalutationOf(string field) => field switch
    {
        "" => Salutation.None,
        "Frau" => Salutation.Frau,
        "Herr" => Salutation.Herr,
        _ => Salutations.TryGetValue(TextFolding.Fold(field), out var known) ? known : null,
    };

    public static Language? LanguageOf(string field) =>
        field.Length == 0 ? Texts.Language.De : Languages.TryGetValue(TextFolding.Fold(field), out var known) ? known : null;

    public static LegalBasisKind? BasisOf(string field) => Bases.TryGetValue(TextFolding.Fold(field), out var known) ? known : null;
}
