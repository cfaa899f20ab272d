using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Responses;

/// <summary>What the survey page and its errors say.</summary>
internal static class SurveyTexts
{
    public static LocalizedText NotOpen { get; } = new(
        "Diese Umfrage ist noch nicht geöffnet. Bitte versuchen Sie es später noch einmal.",
        "This survey is not open yet. Please try again later.");

    public static LocalizedText Expired { get; } = new(
        "Diese Umfrage ist abgelaufen. Was Sie geantwortet haben, ist unverändert. Wenn Sie uns etwas sagen möchten, rufen Sie uns bitte an.",
        "This survey has expired. What you answered stays as it is. If you would like to tell us something, please call us.");

    public static LocalizedText Objected { get; } = new(
        "Sie haben Umfragen widersprochen. Wir fragen Sie nicht mehr. Wenn Sie das ändern möchten, rufen Sie uns bitte an.",
        "You have objected to surveys. We will not ask you again. If you would like to change this, please call us.");

    public static LocalizedText NoCallback { get; } = new(
        "Für diese Umfrage wird kein Rückruf angeboten.",
        "No callback is offered for this survey.");

    public static LocalizedText PhoneMissing { get; } = new(
        "Bitte geben Sie eine Telefonnummer mit 5 bis 40 Zeichen an, zum Beispiel 0171 1234567.",
        "Please enter a telephone number of 5 to 40 characters, for example 0171 1234567.");

    public static LocalizedText NoteTooLong { get; } = new(
        "Bitte kürzen Sie Ihre Nachricht auf 1.000 Zeichen.",
        "Please shorten your message to 1,000 characters.");

    public static LocalizedText RevisionUnknown { get; } = new(
        "Diese Angaben passen nicht zu dem, was gespeichert ist. Bitte laden Sie die Seite neu.",
        "This does not match what is stored. Please reload the page.");

    public static LocalizedText AnswerMissing { get; } = new(
        "Bitte beantworten Sie diese Frage.",
        "Please answer this question.");

    /// <summary>Who will see the answer: printed before the first question, true to the survey's confidentiality mode.</summary>
    public static LocalizedText WhoSees(ParticipantKind kind, ConfidentialityMode mode, string advisor) => (kind, mode) switch
    {
        (ParticipantKind.Test, _) => new(
            "Dies ist ein Test. Ihre Antworten werden nicht ausgewertet.",
            "This is a test. Your answers are not evaluated."),
        (ParticipantKind.SelfImage, _) => new(
            "Sie und das Vertriebsmanagement sehen Ihr Selbstbild mit Ihrem Namen, neben den Antworten Ihrer Kunden.",
            "You and sales management see your self-image with your name, beside your customers' answers."),
        (_, ConfidentialityMode.Personal) => new(
            $"{advisor} und das Vertriebsmanagement unseres Hauses sehen Ihre Antwort mit Ihrem Namen.",
            $"{advisor} and our sales management see your answer with your name."),
        _ => new(
            $"Ihre Antwort ist vertraulich. {advisor} sieht Ergebnisse erst ab 5 Antworten, Kommentare erst ab 8 und Ihren Namen nie.",
            $"Your answer is confidential. {advisor} sees results only from 5 answers on, comments from 8 on, and never your name."),
    };

    /// <summary>"Frau Dr. Berg": what <c>{{berater}}</c> in a question stands for.</summary>
    public static LocalizedText Address(Employee advisor)
    {
        var name = advisor.Title.Length > 0 ? $"{advisor.Title} {advisor.LastName}" : advisor.LastName;
        return advisor.Salutation switch
        {
            Salutation.Frau => new($"Frau {name}", advisor.Title.Length > 0 ? name : $"Ms {name}"),
            Salutation.Herr => new($"Herr {name}", advisor.Title.Length > 0 ? name : $"Mr {name}"),
            _ => new(advisor.FullName, advisor.FullName),
        };
    }
}
