using Microsoft.AspNetCore.Http;
using See360.Core.Texts;

namespace See360.Api.Problems;

/// <summary>What is said where a status alone is the answer.</summary>
internal static class ProblemTexts
{
    public sealed record Text(string Code, LocalizedText Title, LocalizedText Detail);

    private static readonly Text BadRequest = new(
        "bad-request",
        new("Bitte prüfen Sie Ihre Eingabe", "Please check your input"),
        new("Die Anfrage ist unvollständig oder fehlerhaft. Bitte prüfen Sie Ihre Eingabe.", "The request is incomplete or malformed. Please check your input."));

    private static readonly Text Unexpected = new(
        "unexpected",
        new("Unerwarteter Fehler", "Unexpected error"),
        new("Es wurde nichts geändert, was nicht bestätigt ist. Bitte versuchen Sie es noch einmal.", "Nothing that was not confirmed has been changed. Please try again."));

    private static readonly Dictionary<int, Text> Texts = new()
    {
        [StatusCodes.Status400BadRequest] = BadRequest,
        [StatusCodes.Status401Unauthorized] = new(
            "signed-out",
            new("Bitte melden Sie sich an", "Please sign in"),
            new("Sie sind nicht oder nicht mehr angemeldet. Bitte melden Sie sich an.", "You are not, or no longer, signed in. Please sign in.")),
        [StatusCodes.Status403Forbidden] = new(
            "forbidden",
            new("Dafür fehlt Ihnen das Recht", "You do not have the right"),
            new("Ihr Benutzer darf das nicht. Bitte wenden Sie sich an Ihr Vertriebsmanagement.", "Your user may not do this. Please ask your sales management.")),
        [StatusCodes.Status404NotFound] = new(
            "not-found",
            new("Nicht gefunden", "Not found"),
            new("Das gibt es hier nicht. Bitte prüfen Sie die Adresse.", "There is no such thing here. Please check the address.")),
        [StatusCodes.Status405MethodNotAllowed] = new(
            "method-not-allowed",
            new("So nicht möglich", "Not possible this way"),
            new("Diese Adresse kennt die verwendete HTTP-Methode nicht.", "This address does not know the HTTP method used.")),
        [StatusCodes.Status408RequestTimeout] = new(
            "too-slow",
            new("Zeitüberschreitung", "Time-out"),
            new("Die Anfrage kam zu langsam an. Bitte versuchen Sie es noch einmal.", "The request arrived too slowly. Please try again.")),
        [StatusCodes.Status409Conflict] = new(
            "conflict",
            new("Nicht möglich", "Not possible"),
            new("Der Stand hat sich inzwischen geändert. Bitte laden Sie die Seite neu.", "Things have changed in the meantime. Please reload the page.")),
        [StatusCodes.Status413PayloadTooLarge] = new(
            "too-large",
            new("Zu groß", "Too large"),
            new("Die Anfrage ist größer als erlaubt. Bitte teilen Sie die Datei auf.", "The request is larger than allowed. Please split the file.")),
        [StatusCodes.Status415UnsupportedMediaType] = new(
            "media-type",
            new("Falsches Format", "Wrong format"),
            new("Dieser Inhaltstyp wird hier nicht gelesen.", "This content type is not read here.")),
        [StatusCodes.Status429TooManyRequests] = new(
            "too-many-requests",
            new("Zu viele Anfragen", "Too many requests"),
            new("Bitte warten Sie einen Augenblick und versuchen Sie es dann noch einmal.", "Please wait a moment and then try again.")),
        [StatusCodes.Status431RequestHeaderFieldsTooLarge] = new(
            "headers-too-large",
            new("Zu groß", "Too large"),
            new("Die Kopfzeilen der Anfrage sind größer als erlaubt. Bitte löschen Sie die Cookies dieser Seite.", "The request's headers are larger than allowed. Please delete this site's cookies.")),
        [StatusCodes.Status503ServiceUnavailable] = new(
            "unavailable",
            new("Gerade nicht möglich", "Not possible just now"),
            new("Der Speicher antwortet gerade nicht. Bitte laden Sie die Seite in einer Minute neu und sehen Sie nach, ob Ihre Änderung da ist; wenn nicht, versuchen Sie es noch einmal.", "The storage does not answer just now. Please reload the page in a minute and look whether your change is there; if not, please try again.")),
    };

    public static LocalizedText MalformedJson { get; } = new(
        "Die Anfrage ist kein gültiges JSON oder enthält an dieser Stelle einen falschen Wert.",
        "The request is not valid JSON or has a wrong value in this place.");

    public static LocalizedText WrongParameter { get; } = new(
        "Dieser Wert kann nicht gelesen werden. Bitte prüfen Sie ihn.",
        "This value can't be read. Please check it.");

    public static Text Of(int status) =>
        Texts.GetValueOrDefault(status, status >= StatusCodes.Status500InternalServerError ? Unexpected : BadRequest);
}
