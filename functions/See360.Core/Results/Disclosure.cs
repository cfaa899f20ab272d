using System.Security.Cryptography;
using System.Text;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>
/// The one place that decides what a receiver may see of a survey. *Personalisiert*: everything, with who gave it.
/// *Vertraulich*: only what can't be traced to a customer, neither in one view nor by subtracting two views of
/// different days or cells. docs/statistics.md, "Disclosure", says why each rule is needed.
/// </summary>
/// <remarks>
/// In confidential mode
/// 1. only answers count that are final: cycles that are closed, and no open cycle of the survey before them. So a
///    change of an answer is never seen, and the order below only ever grows at its end;
/// 2. the answers to each question are released in batches of five in that order, and leave the window in the same
///    batches. So each question, each day and each difference between them holds five customers or more, and so does
///    every mean over questions;
/// 3. comments are released by eight customers at first, then by five, and never fewer than eight are shown; they
///    carry neither date nor score nor giver, in an order that has nothing to do with theirs;
/// 4. how many answers are wanting before something is shown counts final ones only;
/// 5. who could not judge, or did not know, is not shown: it would tell how many of a batch did.
/// Batches are counted from the first week of the ISO year, because that never moves.
/// </remarks>
public static class Disclosure
{
    /// <summary>The fewest customers behind any shown score, and the size of the batches.</summary>
    public const int LeastScores = 5;

    /// <summary>The fewest customers behind shown comments.</summary>
    public const int LeastComments = 8;

    /// <param name="answers">Of customers, of one receiver to this survey, in the order of <see cref="InstituteFacts.Facts"/>.</param>
    /// <param name="cycles">All of the institute.</param>
    public static Disclosed Of(Survey survey, IReadOnlyList<ResultFact> answers, IEnumerable<CycleState> cycles, ResultPeriod period) =>
        survey.Confidentiality == ConfidentialityMode.Confidential
            ? Confidential(survey, answers, cycles, period)
            : Personal(survey, [.. answers.Where(a => period.Holds(a.CompletedAt))]);

    private static Disclosed Personal(Survey survey, IReadOnlyList<ResultFact> answers)
    {
        var (shown, comments) = (new List<ShownAnswer>(), new List<ShownComment>());
        for (var customer = 0; customer < answers.Count; customer++)
        {
            var fact = answers[customer];
            int? nps = fact.Answers.Where(a => a.Question.Question.Kind == QuestionKind.Nps).Select(a => a.Score).FirstOrDefault();
            foreach (var answer in fact.Answers)
            {
                if (answer.Text is { } text)
                {
                    comments.Add(new ShownComment(survey, answer.Question.Question, text, fact.Participant, fact.CompletedAt, nps));
                }
                else
                {
                    shown.Add(new ShownAnswer(customer, answer));
                }
            }
        }

        return new Disclosed(survey, answers.Count, 0, shown, comments);
    }

    private static Disclosed Confidential(Survey survey, IReadOnlyList<ResultFact> answers, IEnumerable<CycleState> cycles, ResultPeriod period)
    {
        var final = Final(survey, answers, cycles).ToList();
        var (customers, shown, comments) = (0, new List<ShownAnswer>(), new List<ResultFact>());
        foreach (var year in final.Select((fact, customer) => (Fact: fact, Customer: customer)).GroupBy(a => a.Fact.Cycle.Week.Year))
        {
            customers += Released(year, a => a.Fact, LeastScores, period).Count();
            var byQuestion = year
                .SelectMany(a => a.Fact.Answers.Where(IsScore).Select(answer => (a.Fact, Shown: new ShownAnswer(a.Customer, answer))))
                .GroupBy(a => (a.Shown.Answer.Question.Question.Id, a.Shown.Answer.Question.Scale));
            shown.AddRange(byQuestion.SelectMany(q => Released(q, a => a.Fact, LeastScores, period)).Select(a => a.Shown));
            comments.AddRange(Released(year.Where(a => a.Fact.Answers.Any(t => t.Text is not null)), a => a.Fact, LeastComments, period).Select(a => a.Fact));
        }

        // Of final answers too, and also while there is none: else the number would tell when the first few arrive.
        var missing = customers == 0 ? Math.Max(1, LeastScores - final.Count) : 0;
        return new Disclosed(survey, customers, missing, shown, Unlinked(survey, comments));
    }

    /// <summary>Answers that nobody can change any more, so that those to come are all behind them.</summary>
    private static IEnumerable<ResultFact> Final(Survey survey, IEnumerable<ResultFact> answers, IEnumerable<CycleState> cycles)
    {
        var closed = cycles.Where(c => c.Id.Survey == survey.Id).OrderBy(c => c.Id.Week).TakeWhile(c => c.Closed).Select(c => c.Id).ToHashSet();
        return answers.Where(a => closed.Contains(a.Cycle));
    }

    /// <summary>FCR without "weiß nicht", scores without "kann ich nicht beurteilen".</summary>
    private static bool IsScore(FactAnswer answer) =>
        answer.Score is not null
        || (answer.Question.Question.Kind == QuestionKind.Fcr && answer.Choice is FixedChoices.Yes or FixedChoices.No);

    /// <summary>Whole batches, the first of the given size and the others of <see cref="LeastScores"/>, as long as the
    /// newest answer of a batch lies in the period.</summary>
    private static IEnumerable<T> Released<T>(IEnumerable<T> ordered, Func<T, ResultFact> fact, int first, ResultPeriod period)
    {
        var batch = new List<T>();
        var size = first;
        foreach (var item in ordered)
        {
            batch.Add(item);
            if (batch.Count < size)
            {
                continue;
            }

            if (batch.Max(i => fact(i).CompletedAt) >= period.Start)
            {
                foreach (var released in batch)
                {
                    yield return released;
                }
            }

            (size, batch) = (LeastScores, []);
        }
    }

    /// <summary>Ordered by a hash of the text: always the same way, and telling nothing of when or by whom.</summary>
    private static ShownComment[] Unlinked(Survey survey, List<ResultFact> givers) => givers.Count < LeastComments ? [] :
    [
        .. givers
            .SelectMany(g => g.Answers)
            .Where(a => a.Text is not null)
            .Select(a => new ShownComment(survey, a.Question.Question, a.Text!))
            .OrderBy(c => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(c.Text))), StringComparer.Ordinal),
    ];
}
