using System.Text.RegularExpressions;
using See360.Core.Texts;
using static See360.Core.Surveys.SurveyFinding;

namespace See360.Core.Surveys;

/// <summary>Everything that is looked at before a questionnaire is published. Pure; the order of the findings is the
/// order of the questions.</summary>
public static partial class SurveyChecks
{
    /// <summary>More questions than this, and customers break off.</summary>
    public const int ManyQuestions = 20;

    public static IReadOnlyList<SurveyFinding> Check(SurveyDraft draft) =>
    [
        .. CheckWhole(draft),
        .. draft.Questions.SelectMany(CheckQuestion),
        .. BranchChecks.Check(draft),
    ];

    private static IEnumerable<SurveyFinding> CheckWhole(SurveyDraft draft)
    {
        var asked = draft.Questions.Count(q => q.Kind != QuestionKind.Info);
        if (asked == 0)
        {
            yield return Error("no-question", null,
                "Die Umfrage enthält keine Frage. Schalten Sie mindestens eine Frage ein.",
                "The survey holds no question. Switch on at least one.");
        }
        else if (asked > ManyQuestions)
        {
            yield return Warning("many-questions", null,
                $"Die Umfrage hat {asked} Fragen. Ab {ManyQuestions + 1} Fragen brechen mehr Kunden ab; schalten Sie einige aus.",
                $"The survey has {asked} questions. With more than {ManyQuestions}, more customers break off; switch some of them off.");
        }

        if (!Scores.IsAllowed(draft.RatingScale))
        {
            yield return Error("scale", null,
                "Diese Skala gibt es nicht. Wählen Sie 1–5, 1–6, 1–7 oder 0–10.",
                "There is no such scale. Choose 1–5, 1–6, 1–7 or 0–10.");
        }

        LocalizedText[] texts = [draft.Introduction, draft.Thanks, draft.RatingScale.MinLabel, draft.RatingScale.MaxLabel];
        if (texts.Any(text => !text.IsComplete))
        {
            yield return Error("text-missing", null,
                "Einleitung, Dank oder Skalenbeschriftung fehlt auf Deutsch oder Englisch. Ergänzen Sie den Text.",
                "The introduction, the thanks or a label of the scale is missing in German or English. Add the text.");
        }

        foreach (var id in draft.Questions.GroupBy(q => q.Id).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return Error("question-twice", id,
                "Zwei Fragen haben dieselbe Kennung. Entfernen Sie eine davon.",
                "Two questions have the same id. Remove one of them.");
        }
    }

    private static IEnumerable<SurveyFinding> CheckQuestion(Question question)
    {
        if (!IdPattern().IsMatch(question.Id) || question.Id == Branch.End)
        {
            yield return Error("question-id", question.Id,
                "Die Kennung einer Frage besteht aus 1 bis 40 Zeichen a–z, 0–9 und Bindestrich und lautet nicht „end“. Ändern Sie sie.",
                "A question's id has 1 to 40 characters a–z, 0–9 and hyphen and is not \"end\". Change it.");
        }

        if (Texts(question).Any(text => !text.IsComplete))
        {
            yield return Error("text-missing", question.Id,
                "Ein Text dieser Frage fehlt auf Deutsch oder Englisch. Ergänzen Sie ihn.",
                "A text of this question is missing in German or English. Add it.");
        }

        if (Texts(question).SelectMany(text => new[] { text.De, text.En }).Any(HasOtherPlaceholder))
        {
            yield return Error("placeholder", question.Id,
                "Nur der Platzhalter {{berater}} ist erlaubt. Entfernen Sie die anderen.",
                "Only the placeholder {{berater}} can be used. Remove the others.");
        }

        if (question.SelfText is { } self && (self.De.Contains("{{", StringComparison.Ordinal) || self.En.Contains("{{", StringComparison.Ordinal)))
        {
            yield return Error("placeholder-self", question.Id,
                "Der Text des Selbstbilds spricht die Beraterin oder den Berater an. Entfernen Sie den Platzhalter.",
                "The self-image text addresses the advisor. Remove the placeholder.");
        }

        if (!HasFittingChoices(question))
        {
            yield return Error("choices", question.Id,
                "Diese Frage braucht mindestens zwei verschiedene Antworten; Ja/Nein-Fragen und Fragen zur Lösung beim ersten Kontakt haben ihre festen. Ergänzen Sie die Auswahl.",
                "This question needs at least two different choices; yes/no and first contact questions have their fixed ones. Complete the choices.");
        }

        if ((question.Kind == QuestionKind.Level) != (question.Anchors is { Count: Scores.Levels }))
        {
            yield return Error("anchors", question.Id,
                "Eine Reifegradfrage hat genau sieben beschriebene Stufen, andere Fragen haben keine. Ändern Sie die Stufen.",
                "A maturity question has exactly seven described levels, other questions have none. Change the levels.");
        }

        if (question is { Kind: QuestionKind.Info, Required: true })
        {
            yield return Error("info-required", question.Id,
                "Eine Infobox kann nicht beantwortet werden. Entfernen Sie „Pflichtfrage“.",
                "An info text can't be answered. Remove \"required\".");
        }

        if (question is { Kind: QuestionKind.Rating, Field: null } or { Kind: QuestionKind.Rating, Factor: null })
        {
            yield return Warning("field-or-factor-missing", question.Id,
                "Ohne Geschäftsfeld und Wettbewerbsfaktor erscheint die Frage nicht in der Auswertung nach Feld und Faktor. Ordnen Sie sie zu.",
                "Without a business field and a competitive factor the question does not appear in the results by field and factor. Assign them.");
        }
    }

    private static IEnumerable<LocalizedText> Texts(Question question)
    {
        yield return question.Text;
        foreach (var text in new[] { question.Help, question.SelfText }.OfType<LocalizedText>())
        {
            yield return text;
        }

        foreach (var text in (question.Choices ?? []).Select(c => c.Text).Concat(question.Anchors ?? []))
        {
            yield return text;
        }
    }

    private static bool HasOtherPlaceholder(string text) =>
        PlaceholderPattern().Matches(text).Any(m => m.Value != "{{berater}}");

    private static bool HasFittingChoices(Question question)
    {
        var ids = question.Choices?.Select(c => c.Id).ToList();
        return question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice =>
                ids is { Count: >= 2 } && ids.Distinct().Count() == ids.Count && ids.All(id => IdPattern().IsMatch(id)),
            QuestionKind.YesNo or QuestionKind.Fcr => ids is null || ids.SequenceEqual(FixedChoices.Of(question.Kind)!.Select(c => c.Id)),
            _ => ids is null,
        };
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\{\{.*?(\}\}|$)")]
    private static partial Regex PlaceholderPattern();
}
