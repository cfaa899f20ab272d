using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>The self-image survey (*Selbstbild*): the same questions, put to the advisor about the customers' view.</summary>
public static class SelfImage
{
    private static readonly LocalizedText s_introduction = new(
        "Wie sehen Ihre Kunden Sie? Bitte schätzen Sie ein, wie Ihre Kunden diese Fragen beantworten würden. Danach sehen Sie Ihr Selbstbild neben dem Bild Ihrer Kunden.",
        "How do your customers see you? Please estimate how your customers would answer these questions. Afterwards you will see your self-image beside your customers' view.");

    private static readonly LocalizedText s_thanks = new(
        "Vielen Dank. Ihr Selbstbild ist gespeichert. Den Vergleich finden Sie bei Ihren Ergebnissen, sobald Antworten Ihrer Kunden vorliegen.",
        "Thank you. Your self-image is saved. You will find the comparison among your results as soon as your customers have answered.");

    /// <summary>The version as the advisor reads it: the questions that have a <see cref="Question.SelfText"/>, with
    /// that text and one after the other. Branches are dropped, since the advisor is asked about all of them.</summary>
    public static SurveyVersion Of(SurveyVersion version) => version with
    {
        Introduction = s_introduction,
        Thanks = s_thanks,
        Questions = [.. version.Questions.Where(q => q.SelfText is not null).Select(q => q with { Text = q.SelfText!, Branches = null })],
    };
}
