using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Responses;

/// <summary>What is wrong with an answer.</summary>
/// <param name="Code">Stable, in kebab case.</param>
public sealed record AnswerFault(string Code, LocalizedText Text);

/// <summary>An answer as it may be stored, or why it may not.</summary>
/// <param name="Answer">Null if there is a fault, and if nothing is left of the answer (a blank text, no choice): the
/// question is then not answered.</param>
public readonly record struct AnswerVerdict(Answer? Answer, AnswerFault? Fault);

/// <summary>Judges what comes from outside before it is stored.</summary>
public static class AnswerRules
{
    public const int MaxTextLength = 4000;

    public static AnswerFault UnknownQuestion { get; } = Fault("question-unknown",
        "Diese Frage gehört nicht zur Umfrage. Bitte laden Sie die Seite neu.",
        "This question is not part of the survey. Please reload the page.");

    private static readonly AnswerFault s_form = Fault("answer-form",
        "Die Antwort passt nicht zur Art der Frage. Bitte laden Sie die Seite neu.",
        "The answer does not fit the kind of question. Please reload the page.");

    private static readonly AnswerFault s_choice = Fault("choice-unknown",
        "Diese Auswahl gibt es nicht. Bitte wählen Sie eine der angebotenen Antworten.",
        "There is no such choice. Please choose one of the answers offered.");

    /// <summary>Judges the answer to the question with this id.</summary>
    public static AnswerVerdict Judge(SurveyVersion version, string questionId, Answer answer)
    {
        var question = version.Questions.FirstOrDefault(q => q.Id == questionId);
        return question is null ? new AnswerVerdict(null, UnknownQuestion) : Judge(question, version.RatingScale, answer);
    }

    public static AnswerVerdict Judge(Question question, RatingScale scale, Answer answer)
    {
        var clean = Clean(answer);
        var forms = Forms(answer);
        var fault = forms != 1 ? s_form : question.Kind switch
        {
            QuestionKind.Rating when clean.CannotJudge == true => null,
            QuestionKind.Rating or QuestionKind.Nps or QuestionKind.Csat => Score(question, scale, clean),
            QuestionKind.Level => Level(clean),
            QuestionKind.Fcr or QuestionKind.SingleChoice or QuestionKind.YesNo => Choices(question, clean, most: 1),
            QuestionKind.MultipleChoice => Choices(question, clean, most: int.MaxValue),
            QuestionKind.FreeText => Text(clean),
            _ => s_form,
        };
        return fault is not null ? new AnswerVerdict(null, fault) : new AnswerVerdict(Forms(clean) == 0 ? null : clean, null);
    }

    /// <summary>Text by the rule of <see cref="WrittenText"/>; choices without repetition; what is empty then is null.</summary>
    private static Answer Clean(Answer answer) => answer with
    {
        Text = CleanText(answer.Text),
        Choices = answer.Choices is { Count: > 0 } choices ? [.. choices.Distinct()] : null,
        CannotJudge = answer.CannotJudge == true ? true : null,
    };

    private static string? CleanText(string? text) => text is not null && WrittenText.Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>How many forms the answer has; the two levels of a level question are one.</summary>
    private static int Forms(Answer answer) =>
        (answer.Score is not null || answer.Desired is not null ? 1 : 0)
        + (answer.Choices is not null ? 1 : 0)
        + (answer.Text is not null ? 1 : 0)
        + (answer.CannotJudge == true ? 1 : 0);

    private static AnswerFault? Score(Question question, RatingScale scale, Answer answer)
    {
        var (min, max) = Scores.Of(question.Kind, scale)!.Value;
        return answer switch
        {
            { Score: null } or { Desired: not null } => s_form,
            { Score: { } score } when score < min || score > max => Fault("score-out-of-scale",
                $"Bitte wählen Sie einen Wert von {min} bis {max}.", $"Please choose a value from {min} to {max}."),
            _ => null,
        };
    }

    private static AnswerFault? Level(Answer answer) => answer switch
    {
        { Score: null, Desired: null } => s_form,
        { Score: < 1 or > Scores.Levels } or { Desired: < 1 or > Scores.Levels } => Fault("level-out-of-scale",
            $"Bitte wählen Sie eine Stufe von 1 bis {Scores.Levels}.", $"Please choose a level from 1 to {Scores.Levels}."),
        _ => null,
    };

    private static AnswerFault? Choices(Question question, Answer answer, int most)
    {
        if (answer is not { Score: null, Text: null, CannotJudge: null })
        {
            return s_form;
        }

        var chosen = answer.Choices ?? [];
        if (chosen.Except(FixedChoices.For(question).Select(c => c.Id)).Any())
        {
            return s_choice;
        }

        return chosen.Count > most
            ? Fault("choice-only-one", "Bitte wählen Sie nur eine Antwort.", "Please choose one answer only.")
            : null;
    }

    private static AnswerFault? Text(Answer answer) => answer switch
    {
        not { Score: null, Choices: null, CannotJudge: null } => s_form,
        { Text.Length: > MaxTextLength } => Fault("text-too-long",
            $"Bitte kürzen Sie Ihren Text auf höchstens {MaxTextLength} Zeichen.",
            $"Please shorten your text to at most {MaxTextLength} characters."),
        _ => null,
    };

    private static AnswerFault Fault(string code, string de, string en) => new(code, new LocalizedText(de, en));
}
