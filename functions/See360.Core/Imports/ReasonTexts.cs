using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>What every state, reason and warning of a row says to the user, and what to do next. docs/import.md prints
/// the same table; a test keeps the two alike.</summary>
public static class ReasonTexts
{
    /// <summary>The states that a row of a file can end in, in the order in which pages show them.</summary>
    public static IReadOnlyDictionary<ParticipantState, LocalizedText> States { get; } = new Dictionary<ParticipantState, LocalizedText>
    {
        [ParticipantState.Ready] = new("bereit", "ready"),
        [ParticipantState.Quarantine] = new("Quarantäne", "quarantine"),
        [ParticipantState.Objected] = new("widersprochen", "objected"),
        [ParticipantState.Undeliverable] = new("unzustellbar", "undeliverable"),
        [ParticipantState.NoLegalBasis] = new("ohne Rechtsgrundlage", "no legal basis"),
        [ParticipantState.AdvisorUnknown] = new("Berater unbekannt", "advisor unknown"),
        [ParticipantState.Duplicate] = new("Dublette", "duplicate"),
        [ParticipantState.Invalid] = new("fehlerhaft", "invalid"),
        [ParticipantState.Invited] = new("eingeladen", "invited"),
        [ParticipantState.Withdrawn] = new("zurückgenommen", "withdrawn"),
    };

    public static IReadOnlyDictionary<string, LocalizedText> Reasons { get; } = new Dictionary<string, LocalizedText>
    {
        [ReasonCodes.TooFewFields] = new(
            "Die Zeile hat weniger Felder als die Kopfzeile. Bitte ergänzen Sie die fehlenden Felder oder Trennzeichen.",
            "The row has fewer fields than the header. Please add the missing fields or separators."),
        [ReasonCodes.TooManyFields] = new(
            "Die Zeile hat mehr Felder als die Kopfzeile. Bitte setzen Sie Felder, die das Trennzeichen enthalten, in Anführungszeichen.",
            "The row has more fields than the header. Please put fields that contain the separator in quotation marks."),
        [ReasonCodes.LineBreak] = new(
            "Ein Feld enthält einen Zeilenumbruch. Bitte schreiben Sie es in eine Zeile.",
            "A field contains a line break. Please write it on one line."),
        [ReasonCodes.ControlCharacter] = new(
            "Ein Feld enthält ein unsichtbares Steuerzeichen. Bitte tippen Sie das Feld neu ein.",
            "A field contains an invisible control character. Please type the field anew."),
        [ReasonCodes.CharacterBroken] = new(
            "Ein Feld enthält ein zerstörtes Zeichen. Bitte exportieren Sie die Datei als UTF-8 oder Windows-1252.",
            "A field contains a broken character. Please export the file as UTF-8 or Windows-1252."),
        [ReasonCodes.FieldTooLong] = new(
            "Ein Feld ist zu lang (Namen bis 120, andere Felder bis 80 Zeichen). Bitte kürzen Sie es.",
            "A field is too long (names up to 120, other fields up to 80 characters). Please shorten it."),
        [ReasonCodes.CustomerNumberSpoiled] = new(
            "Die Kundennummer wurde von einer Tabellenkalkulation gerundet (wie 1,23457E+11); die letzten Ziffern sind verloren. Bitte nehmen Sie die Nummer aus dem ursprünglichen Export und formatieren Sie die Spalte als Text.",
            "A spreadsheet has rounded the Kundennummer (as in 1,23457E+11); its last digits are lost. Please take the number from the original export and format the column as text."),
        [ReasonCodes.CustomerNumberMalformed] = new(
            "Die Kundennummer enthält unzulässige Zeichen oder ist länger als 40 Zeichen. Erlaubt sind Buchstaben, Ziffern und - . / _.",
            "The Kundennummer holds characters that are not allowed or is longer than 40. Letters, digits and - . / _ are allowed."),
        [ReasonCodes.EmailMissing] = new(
            "Die E-Mail-Adresse fehlt. Bitte ergänzen Sie sie.",
            "The e-mail address is missing. Please add it."),
        [ReasonCodes.EmailMalformed] = new(
            "Die E-Mail-Adresse ist nicht lesbar. Bitte geben Sie genau eine Adresse der Form name@anbieter.de an.",
            "The e-mail address can't be read. Please give just one address of the form name@provider.com."),
        [ReasonCodes.DateMissing] = new(
            "Das Gesprächsdatum fehlt. Eine anlassbezogene Umfrage braucht es. Bitte ergänzen Sie es.",
            "The date of the conversation is missing. An event-based survey needs it. Please add it."),
        [ReasonCodes.DateUnreadable] = new(
            "Das Datum ist nicht lesbar. Bitte schreiben Sie es als TT.MM.JJJJ oder JJJJ-MM-TT.",
            "The date can't be read. Please write it as DD.MM.YYYY or YYYY-MM-DD."),
        [ReasonCodes.DateImpossible] = new(
            "Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.",
            "There is no such day. Please check the date."),
        [ReasonCodes.DateInFuture] = new(
            "Das Gespräch liegt in der Zukunft. Bitte prüfen Sie das Datum, oder laden Sie die Zeile nach dem Gespräch noch einmal hoch.",
            "The conversation lies in the future. Please check the date, or upload the row again after the conversation."),
        [ReasonCodes.SurveyMissing] = new(
            "Zu dieser Zeile passt nicht genau eine Umfrage. Bitte tragen Sie den Namen in die Spalte Umfrage ein.",
            "Not just one survey fits this row. Please write its name into the column Umfrage."),
        [ReasonCodes.SurveyUnknown] = new(
            "Diese Umfrage gibt es nicht. Bitte prüfen Sie den Namen, oder lassen Sie das Feld leer: Dann zählt der Fachbereich des Beraters.",
            "There is no such survey. Please check the name, or leave the field empty: then the advisor's specialism counts."),
        [ReasonCodes.AdvisorMissing] = new(
            "Der Berater fehlt. Bitte tragen Sie seinen Benutzernamen (E-Mail-Adresse) ein.",
            "The advisor is missing. Please add the user name (e-mail address)."),
        [ReasonCodes.AdvisorUnknown] = new(
            "Dieser Berater ist unter Stammdaten nicht bekannt. Bitte prüfen Sie den Benutzernamen, oder importieren Sie dort zuerst die Personen.",
            "This advisor is not known under Master data. Please check the user name, or import the people there first."),
        [ReasonCodes.AdvisorInactive] = new(
            "Dieser Berater ist nicht mehr aktiv. Bitte nennen Sie den Nachfolger, oder lassen Sie die Zeile weg.",
            "This advisor is no longer active. Please name the successor, or leave the row out."),
        [ReasonCodes.NonCustomer] = new(
            "Ohne Kundennummer gilt die Person als Nicht-Kunde und braucht eine Einwilligung. Bitte ergänzen Sie die Kundennummer, oder Rechtsgrundlage „Einwilligung“ und das Einwilligungsdatum.",
            "Without a Kundennummer the person counts as a non-customer and needs consent. Please add the number, or Rechtsgrundlage \"Einwilligung\" and the Einwilligungsdatum."),
        [ReasonCodes.NotAttested] = new(
            "Für diese Datei wurde nicht bestätigt, dass es Bestandskunden sind (§ 7 Abs. 3 UWG). Bitte setzen Sie beim Hochladen die Bestätigung, oder geben Sie eine Einwilligung an.",
            "Nobody has attested for this file that these are existing customers (§ 7(3) UWG). Please tick the attestation when uploading, or state a consent."),
        [ReasonCodes.NoBasisStated] = new(
            "Die Spalte Rechtsgrundlage sagt, dass es keine gibt. Ohne Rechtsgrundlage wird keine Mail gesendet.",
            "The column Rechtsgrundlage says that there is none. Without a legal basis no mail is sent."),
        [ReasonCodes.BasisUnknown] = new(
            "Diese Rechtsgrundlage ist nicht bekannt. Bitte schreiben Sie „Einwilligung“ oder „Bestandskunde“.",
            "This legal basis is not known. Please write \"Einwilligung\" or \"Bestandskunde\"."),
        [ReasonCodes.ConsentDateMissing] = new(
            "Zur Einwilligung fehlt das Einwilligungsdatum. Bitte ergänzen Sie es.",
            "The consent lacks its Einwilligungsdatum. Please add it."),
        [ReasonCodes.ConsentDateUnreadable] = new(
            "Das Einwilligungsdatum ist nicht lesbar. Bitte schreiben Sie es als TT.MM.JJJJ.",
            "The Einwilligungsdatum can't be read. Please write it as DD.MM.YYYY."),
        [ReasonCodes.ConsentDateInFuture] = new(
            "Das Einwilligungsdatum liegt in der Zukunft. Bitte prüfen Sie es.",
            "The Einwilligungsdatum lies in the future. Please check it."),
        [ReasonCodes.Objected] = new(
            "Die Person hat der Befragung widersprochen und wird nicht mehr angeschrieben. Es ist nichts zu tun.",
            "The person has objected to surveys and is not written to again. There is nothing to do."),
        [ReasonCodes.Undeliverable] = new(
            "An diese Adresse ließ sich eine frühere Mail nicht zustellen. Bitte fragen Sie die Person nach der richtigen Adresse.",
            "An earlier mail to this address could not be delivered. Please ask the person for the right address."),
        [ReasonCodes.AskedByNumber] = new(
            "Dieser Kunde wurde vor Kurzem befragt und wird noch geschont. Es ist nichts zu tun.",
            "This customer was asked recently and is left in peace for now. There is nothing to do."),
        [ReasonCodes.AskedByAddress] = new(
            "Unter dieser E-Mail-Adresse wurde vor Kurzem jemand befragt; sie wird noch geschont. Es ist nichts zu tun.",
            "Somebody was asked recently under this e-mail address; it is left in peace for now. There is nothing to do."),
        [ReasonCodes.TwiceInFile] = new(
            "Dieselbe Kundennummer oder Adresse steht weiter oben in der Datei. Nur die erste Zeile zählt.",
            "The same Kundennummer or address stands further up in the file. Only the first row counts."),
        [ReasonCodes.ImportedBefore] = new(
            "Dieses Gespräch wurde schon importiert. Es ist nichts zu tun.",
            "This conversation has been imported before. There is nothing to do."),
        [ReasonCodes.Lapsed] = new(
            "Die Einladung wurde nicht rechtzeitig gesendet; die Angaben sind nach Ablauf der Aufbewahrungsfrist gelöscht. Es ist nichts zu tun.",
            "The invitation was not sent in time; the data were deleted when their retention period was over. There is nothing to do."),
    };

    public static IReadOnlyDictionary<string, LocalizedText> Warnings { get; } = new Dictionary<string, LocalizedText>
    {
        [WarningCodes.Preamble] = new(
            "Vor der Kopfzeile stehen Zeilen, die übersprungen wurden.",
            "Lines before the header were skipped."),
        [WarningCodes.Windows1252] = new(
            "Die Datei wurde als Windows-1252 gelesen. Bitte prüfen Sie die Umlaute in der Vorschau.",
            "The file was read as Windows-1252. Please check the umlauts in the preview."),
        [WarningCodes.Mojibake] = new(
            "Umlaute sehen zerstört aus (wie Ã¤ statt ä). Bitte exportieren Sie die Datei neu als UTF-8.",
            "Umlauts look broken (as in Ã¤ for ä). Please export the file again as UTF-8."),
        [WarningCodes.RoleAddress] = new(
            "Das ist eine Sammeladresse (wie info@). Bitte prüfen Sie, ob eine persönliche Adresse bekannt ist.",
            "This is a role address (such as info@). Please check whether a personal address is known."),
        [WarningCodes.ConversationOld] = new(
            "Nicht mehr anlassbezogen: Das Gespräch liegt länger zurück, als die Umfrage vorsieht.",
            "No longer an occasion: the conversation lies further back than the survey allows for."),
        [WarningCodes.SalutationUnknown] = new(
            "Die Anrede ist nicht bekannt. Die Mail grüßt neutral mit „Guten Tag“.",
            "The salutation is not known. The mail greets neutrally."),
        [WarningCodes.NameMissing] = new(
            "Der Nachname fehlt. Die Mail grüßt mit „Sehr geehrte Damen und Herren“.",
            "The last name is missing. The mail greets impersonally."),
        [WarningCodes.LanguageUnknown] = new(
            "Die Sprache ist nicht bekannt. Die Mail wird auf Deutsch gesendet.",
            "The language is not known. The mail is sent in German."),
        [WarningCodes.UnitDiffers] = new(
            "Die OE der Zeile ist nicht die des Beraters. Es zählt die OE des Beraters.",
            "The unit of the row is not the advisor's. The advisor's unit counts."),
        [WarningCodes.SurveyAssumed] = new(
            "Die Umfrage wurde nach dem Fachbereich des Beraters gewählt.",
            "The survey was chosen by the advisor's specialism."),
        [WarningCodes.ReadyElsewhere] = new(
            "Beim Einlesen war diese Person auch in einem anderen Import dieser Woche bereit. Sie erhält nur eine Mail.",
            "When the file was read, this person was ready in another import of this week, too. They get only one mail."),
        [WarningCodes.SomeReadyElsewhere] = new(
            "Einzelne Personen waren beim Einlesen auch in einem anderen Import dieser Woche bereit. Jede erhält nur eine Mail; an den Zeilen steht, wer es ist.",
            "When the file was read, some persons were ready in another import of this week, too. Each gets only one mail; the rows say who they are."),
    };

    /// <summary>The text of a reason or warning. A ready row can still be held back by a rule of sending, so its words count,
    /// too; an unknown code stands for itself.</summary>
    public static LocalizedText Of(string code) =>
        Reasons.TryGetValue(code, out var reason) ? reason : Warnings.TryGetValue(code, out var warning) ? warning : SendReasonTexts.Of(code);
}
