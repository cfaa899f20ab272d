using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Testing;

/// <summary>Questionnaires and answers by chance, repeatable from the seed of the <see cref="Random"/>.</summary>
public static class RandomSurveys
{
    private static readonly LocalizedText s_text = new("Text", "Text");
    private static readonly QuestionKind[] s_kinds = Enum.GetValues<QuestionKind>();

    /// <summary>A questionnaire of 1 to 15 questions that passes the checks.</summary>
    public static SurveyDraft Valid(Random random)
    {
        var questions = Enumerable.Range(0, random.Next(1, 15)).Select(i => Question(random, i)).Append(Nps("last", null)).ToList();
        for (var i = 0; i < questions.Count; i++)
        {
            if (questions[i].Kind != QuestionKind.Info && random.Next(3) > 0)
            {
                questions[i] = questions[i] with { Branches = Branches(random, questions, i) };
            }
        }

        while (QuestionFlow.Reachable(questions) is var reachable && Array.IndexOf(reachable, false) is >= 0 and var unreachable)
        {
            questions.RemoveAt(unreachable);
            ForgetMissingTargets(questions);
        }

        return new SurveyDraft(SurveyId.Parse("zufall"), Scores.OneToFive, s_text, s_text, questions);
    }

    /// <summary>The same with jumps anywhere: backward, to itself, to nowhere.</summary>
    public static SurveyDraft Unchecked(Random random)
    {
        var valid = Valid(random);
        string[] targets = [.. valid.Questions.Select(q => q.Id), "nowhere", Branch.End];
        return valid with
        {
            Questions = [.. valid.Questions.Select(q => q with { Branches = [new Branch(Pick(random, targets), MinScore: 1), new Branch(Pick(random, targets))] })],
        };
    }

    /// <summary>Fitting answers to about two thirds of the questions.</summary>
    public static Dictionary<string, Answer> Answers(Random random, IReadOnlyList<Question> questions, RatingScale scale) =>
        questions.Where(q => q.Kind != QuestionKind.Info && random.Next(3) > 0).ToDictionary(q => q.Id, q => Answer(random, q, scale));

    public static Answer Answer(Random random, Question question, RatingScale scale)
    {
        if (question.Kind == QuestionKind.Rating && random.Next(5) == 0)
        {
            return new Answer(CannotJudge: true);
        }

        if (Scores.Of(question.Kind, scale) is var (min, max))
        {
            return new Answer(random.Next(min, max + 1), question.Kind == QuestionKind.Level ? random.Next(min, max + 1) : null);
        }

        string[] choices = [.. FixedChoices.For(question).Select(c => c.Id)];
        return question.Kind switch
        {
            QuestionKind.MultipleChoice => new Answer(Choices: [.. choices.Where((_, i) => i == 0 || random.Next(2) == 0)]),
            QuestionKind.FreeText => new Answer(Text: "Danke für die gute Beratung."),
            _ => new Answer(Choices: [Pick(random, choices)]),
        };
    }

    private static Question Question(Random random, int index)
    {
        var kind = Pick(random, s_kinds);
        return new Question(
            $"q{index}", kind, s_text,
            Field: kind == QuestionKind.Rating ? Pick(random, [.. FieldTexts.All]) : null,
            Factor: kind == QuestionKind.Rating ? Pick(random, [.. FactorTexts.All]) : null,
            Required: kind != QuestionKind.Info && random.Next(4) == 0,
            Choices: kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice
                ? [.. Enumerable.Range(0, random.Next(2, 5)).Select(i => new Choice($"c{i}", s_text))]
                : null,
            Anchors: kind == QuestionKind.Level ? [.. Enumerable.Repeat(s_text, Scores.Levels)] : null,
            SelfText: kind == QuestionKind.Rating ? s_text : null);
    }

    private static Question Nps(string id, IReadOnlyList<Branch>? branches) => new(id, QuestionKind.Nps, s_text, Required: true, Branches: branches);

    private static List<Branch> Branches(Random random, List<Question> questions, int index)
    {
        var branches = new List<Branch>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var target = random.Next(index + 1, questions.Count + 1);
            branches.Add(Condition(random, questions[index]) with { GoTo = target == questions.Count ? Branch.End : questions[target].Id });
        }

        if (random.Next(3) == 0)
        {
            branches.Add(new Branch(Branch.End));
        }

        return branches;
    }

    private static Branch Condition(Random random, Question question)
    {
        if (question.Kind == QuestionKind.Rating && random.Next(4) == 0)
        {
            return new Branch("", CannotJudge: true);
        }

        if (Scores.Of(question.Kind, Scores.OneToFive) is var (min, max))
        {
            var low = random.Next(min, max + 1);
            return new Branch("", low, random.Next(low, max + 1));
        }

        var choices = FixedChoices.For(question);
        return choices.Count > 0 ? new Branch("", AnyChoice: [choices[random.Next(choices.Count)].Id]) : new Branch("", CannotJudge: false);
    }

    private static void ForgetMissingTargets(List<Question> questions)
    {
        for (var i = 0; i < questions.Count; i++)
        {
            var index = i;
            var branches = questions[i].Branches?.Where(b => QuestionFlow.Target(questions, index, b) is not null).ToList();
            questions[i] = questions[i] with { Branches = branches is { Count: 0 } ? null : branches };
        }
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
