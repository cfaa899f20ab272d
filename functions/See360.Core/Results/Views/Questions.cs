using See360.Core.Mail;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

/// <summary>*Einzelfragen*, with their distributions.</summary>
public sealed record QuestionsView(ResultHead Head, IReadOnlyList<QuestionLine> Questions);

/// <param name="Survey">The first that asks it.</param>
/// <param name="Surveys">Names of all that ask it.</param>
/// <param name="Scale">Null for choices.</param>
/// <param name="Figure">Of ratings, CSAT and levels the mean; of NPS the score; of FCR and yes/no the share of yes; of other choices only n.</param>
/// <param name="Distribution">By step, lowest first; empty for choices.</param>
/// <param name="Desired">Of levels: what is wanted.</param>
public sealed record QuestionLine(
    string Id,
    NamedId Survey,
    IReadOnlyList<string> Surveys,
    string Text,
    QuestionKind Kind,
    string? Field,
    string? Factor,
    ScoreScale? Scale,
    Figure Figure,
    IReadOnlyList<int> Distribution,
    int CannotJudge,
    IReadOnlyList<ChoiceShare>? Choices,
    DesiredLevel? Desired,
    Figure? Compared,
    Diff? Diff);

/// <param name="Share">Of those who answered the question.</param>
public sealed record ChoiceShare(string Id, string Text, int Count, Figure Share);

public sealed record DesiredLevel(Figure Figure, IReadOnlyList<int> Distribution);

internal static class Questions
{
    private const string AdvisorPlaceholder = "{{berater}}";

    private static readonly LocalizedText _anyAdvisor = new("Ihre Beratung", "your advisor");

    public static QuestionsView Of(Sliced sliced)
    {
        var (count, questions) = (SliceCount.Of(sliced), QuestionCount.Of(sliced));
        return new QuestionsView(
            HeadOf.Slice(sliced, count),
            [.. questions.Questions.Select(q => Line(sliced, count, questions, q)).Where(q => q.Figure.N > 0 || q.CannotJudge > 0 || q.Compared?.N > 0)]);
    }

    /// <summary>As a customer reads it; of one advisor with the name.</summary>
    public static string Text(Sliced sliced, LocalizedText text) => text.In(sliced.Language).Replace(
        AdvisorPlaceholder,
        sliced.Slice.Advisor is { } own && sliced.Chart.Employees.GetValueOrDefault(own) is { } employee
            ? Greeting.ShortName(sliced.Language, employee)
            : _anyAdvisor.In(sliced.Language),
        StringComparison.Ordinal);

    private static QuestionLine Line(Sliced sliced, SliceCount count, QuestionCount questions, CountedQuestion question)
    {
        var (here, there, language) = (questions.Here(question), questions.There(question), sliced.Language);
        var choices = Choices(questions, question, language);
        var measure = Measured(question, here, choices);
        return new QuestionLine(
            question.Question.Id,
            HeadOf.Named(question.Surveys[0], language),
            [.. question.Surveys.Select(s => s.Name.In(language))],
            Text(sliced, question.Question.Text),
            question.Key.Kind,
            question.Key.Field is { } field ? Slice.Id(field) : null,
            question.Key.Factor is { } factor ? Slice.Id(factor) : null,
            question.Scale,
            count.Figure(measure),
            question.Scale is { } scale && here.Sums.N > 0 ? here.Distribution(scale).Counts : [],
            checked((int)here.CannotJudge),
            choices,
            question.Key.Kind == QuestionKind.Level ? Desired(questions.Here(question, ColumnPart.Desired), question.Scale!.Value) : null,
            there is null ? null : Figure.Of(Measured(question, there, null)),
            there is null ? null : Diff.Of(Compare(question, here, there)));
    }

    private static Measure Measured(CountedQuestion question, Tally tally, IReadOnlyList<ChoiceShare>? choices) => question.Key.Kind switch
    {
        QuestionKind.Nps => NetPromoterScore.Of(tally.Distribution(question.Scale!.Value)),
        QuestionKind.Fcr or QuestionKind.YesNo => YesOf(question, tally),
        QuestionKind.SingleChoice => new Measure(FixedChoices.For(question.Question).Select((_, place) => Chosen(tally, place)).Sum(), null, null, null),
        QuestionKind.MultipleChoice => new Measure(choices?.Select(c => c.Share.N).DefaultIfEmpty(0).Max() ?? 0, null, null, null),
        _ => tally.Mean(question.Scale!.Value),
    };

    private static Difference? Compare(CountedQuestion question, Tally here, Tally there) => question.Key.Kind switch
    {
        QuestionKind.Nps => Difference.OfScores(here.Distribution(question.Scale!.Value), there.Distribution(question.Scale.Value)),
        QuestionKind.Fcr or QuestionKind.YesNo => Difference.OfShares(YesOf(question, here), YesOf(question, there)),
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice => null,
        _ => Difference.OfMeans(here.Sums, there.Sums, question.Scale!.Value.Min, question.Scale.Value.Max),
    };

    /// <summary>Yes over yes and no; both kinds have the same two choices first.</summary>
    private static Measure YesOf(CountedQuestion question, Tally tally) => Share.Fcr(
        tally.Of(AnswerCode.OfFixed(question.Key.Kind, FixedChoices.Yes)), tally.Of(AnswerCode.OfFixed(question.Key.Kind, FixedChoices.No)));

    private static List<ChoiceShare>? Choices(QuestionCount questions, CountedQuestion question, Language language)
    {
        if (question.Scale is not null)
        {
            return null;
        }

        var choices = FixedChoices.For(question.Question);
        if (question.Key.Kind == QuestionKind.MultipleChoice)
        {
            return [.. choices.Select((choice, place) => Multiple(choice, questions.Here(question, ColumnPart.Chosen, place), language))];
        }

        var tally = questions.Here(question);
        var n = choices.Select((_, place) => Chosen(tally, place)).Sum();
        return [.. choices.Select((choice, place) => new ChoiceShare(choice.Id, choice.Text.In(language), Chosen(tally, place), Figure.Of(Share.Of(Chosen(tally, place), n))))];
    }

    /// <summary>Of each choice it is known whether it is among those that were chosen.</summary>
    private static ChoiceShare Multiple(Choice choice, Tally tally, Language language)
    {
        var (yes, no) = (tally.Of(AnswerCode.OfChoice(0)), tally.Of(AnswerCode.OfChoice(1)));
        return new ChoiceShare(choice.Id, choice.Text.In(language), yes, Figure.Of(Share.Of(yes, yes + no)));
    }

    /// <summary>A choice beyond the fourteenth is not counted.</summary>
    private static int Chosen(Tally tally, int place) => AnswerCode.OfChoice(place) < AnswerCode.Scores ? tally.Of(AnswerCode.OfChoice(place)) : 0;

    private static DesiredLevel Desired(Tally tally, ScoreScale scale) =>
        new(Figure.Of(tally.Mean(scale)), tally.Sums.N > 0 ? tally.Distribution(scale).Counts : []);
}
