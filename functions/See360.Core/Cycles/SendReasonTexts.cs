using See360.Core.Mail;
using See360.Core.Texts;

namespace See360.Core.Cycles;

/// <summary>Every code of a lock, a skipped or a failed send, as a sentence that says what to do.</summary>
public static class SendReasonTexts
{
    private static readonly Dictionary<string, LocalizedText> _texts = new()
    {
        ["concept-not-agreed"] = new(
            "Das Berechtigungskonzept ist noch nicht als vereinbart erfasst. Bis dahin verlassen keine Mails das Haus. Bitte erfassen Sie die Zustimmung der Mitarbeitervertretung.",
            "The authorisation concept is not yet recorded as agreed. Until then no mail leaves. Please record the staff council's agreement."),
        ["concept-withdrawn"] = new(
            "Die Zustimmung zum Berechtigungskonzept ist zurückgezogen. Bis zu einer neuen Zustimmung verlassen keine Mails das Haus. Bitte erfassen Sie sie, sobald sie vorliegt.",
            "The agreement on the authorisation concept has been withdrawn. Until there is a new one no mail leaves. Please record it once you have it."),
        ["concept-not-effective"] = new(
            "Das Berechtigungskonzept ist vereinbart, gilt aber noch nicht. Ab dem vereinbarten Tag kann gesendet werden.",
            "The authorisation concept is agreed but not in effect yet. From the agreed day on mails can be sent."),
        [SendingRules.NotApproved] = new(
            "Die Umfrage ist noch nicht freigegeben. Bitte geben Sie sie frei, dann kann gesendet werden.",
            "The survey is not approved yet. Approve it, then mails can be sent."),
        [SendingRules.ApprovalWithdrawn] = new(
            "Die Freigabe der Umfrage ist zurückgezogen. Bis zu einer neuen Freigabe verlassen ihre Mails das Haus nicht. Bitte geben Sie die Umfrage wieder frei, sobald sie senden darf.",
            "The survey's approval has been withdrawn. Until it is approved again its mails do not leave. Please approve it once it may send."),
        ["withdrawn"] = new("Der Import wurde vor dem Versand zurückgenommen.", "The import was undone before anything was sent."),
        ["objected"] = new(
            "Die Person hat Befragungen widersprochen. Sie erhält keine weitere Mail.",
            "The person has objected to surveys and gets no further mail."),
        ["undeliverable"] = new(
            "Die Adresse ist dauerhaft nicht erreichbar. Bitte klären Sie die E-Mail-Adresse und importieren Sie die Zeile mit der neuen Adresse.",
            "The address can't be reached for good. Please find the right address and import the row again with it."),
        ["no-legal-basis"] = new(
            "Für diese Person ist keine Rechtsgrundlage erfasst. Ohne sie darf keine Mail gesendet werden.",
            "No legal basis is recorded for this person. Without one no mail may be sent."),
        ["advisor-unknown"] = new(
            "Der Berater ist nicht unter den Mitarbeitern. Bitte legen Sie ihn an und importieren Sie die Zeile erneut.",
            "The advisor is not among the employees. Please add the advisor and import the row again."),
        ["advisor-inactive"] = new(
            "Der Berater ist nicht mehr aktiv. In seinem Namen wird nicht mehr eingeladen.",
            "The advisor is no longer active. No invitations leave in their name."),
        ["quarantine"] = new(
            "Die Person wurde in den letzten Wochen schon befragt, über ihre Kundennummer oder ihre Adresse. Sie wird geschont.",
            "The person has been asked in the last weeks, by customer number or address, and is left in peace."),
        ["token-expired"] = new("Der Link der Einladung ist abgelaufen.", "The invitation's link has expired."),
        ["no-new-answers"] = new("Es gibt keine neuen Antworten mehr, von denen die Mail berichten könnte.", "There are no new answers left that the mail could tell of."),
        ["not-composable"] = new(
            "Die Mail konnte mit den Daten dieser Person nicht erstellt werden. Bitte prüfen Sie Name und Adresse.",
            "The mail could not be made from this person's data. Please check name and address."),
        ["refused"] = new(
            "Der Mailserver hat die Mail abgelehnt. Bitte wenden Sie sich mit der Meldung im Kontaktprotokoll an Ihre Mail-Administration.",
            "The mail server has refused the mail. Please ask your mail administrators, with the message in the contact log."),
        ["deferred"] = new(
            "Der Mailserver hat noch nicht angenommen, was gesendet wurde. Bis zu 72 Stunden lang wird es erneut versucht.",
            "The mail server has not taken yet what was sent. It is tried again for up to 72 hours."),
        [MailOutcome.Deferred.OutboxUnavailable] = new(
            "Der Postausgang kann gerade nicht geschrieben werden. Bitte lassen Sie prüfen, ob der Datenträger voll ist. Bis zu 72 Stunden lang wird es erneut versucht.",
            "The outbox can't be written now. Please have somebody check whether the disk is full. It is tried again for up to 72 hours."),
        ["unclear"] = new(
            "Der Mailserver hat nicht gesagt, ob er die Mail angenommen hat. Sie ist vermutlich angekommen und wird nicht noch einmal gesendet, damit niemand sie zweimal erhält. Vorgesehene Erinnerungen gehen wie üblich hinaus.",
            "The mail server has not said whether it took the mail. It has probably arrived and is not sent again, so that nobody gets it twice. Planned reminders leave as usual."),
        ["deferred-too-long"] = new(
            "Der Mailserver hat die Mail 72 Stunden lang nicht angenommen. Es wird nicht weiter versucht.",
            "The mail server did not take the mail for 72 hours. It is not tried any more."),
        [BounceRule.Reason] = new(
            "Mehr als 10 % der Mails einer Welle sind unzustellbar. Der Versand ist angehalten, auch die Erinnerungen warten. Bitte prüfen Sie die Adressen und setzen Sie ihn dann fort.",
            "More than 10 % of a wave's mails can't be delivered. Sending has stopped, and reminders wait too. Please check the addresses, then resume."),
    };

    public static IReadOnlyCollection<string> Codes => _texts.Keys;

    /// <summary>The text of a code; a code without one shows itself, so that nothing is hidden.</summary>
    public static LocalizedText Of(string code) => _texts.TryGetValue(code, out var text) ? text : new LocalizedText(code, code);
}
