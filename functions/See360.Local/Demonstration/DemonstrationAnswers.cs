using System.Globalization;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Local.Demonstration;

/// <summary>
/// Believable answers. Every advisor has a level of his own, every factor its strength in this bank, every customer a
/// mood; an answer is their sum and some noise, put on the scale. Everything comes from seeds, so that the same
/// demonstration is made again.
/// </summary>
internal sealed class DemonstrationAnswers(int seed)
{
    /// <summary>How the bank stands by factor, in steps of a scale of five.</summary>
    private static readonly Dictionary<CompetitiveFactor, double> _strength = new()
    {
        [CompetitiveFactor.ContactFrequency] = -0.55,
        [CompetitiveFactor.Initiative] = -0.25,
        [CompetitiveFactor.AdviceQuality] = 0.20,
        [CompetitiveFactor.NegotiationSkill] = 0.05,
        [CompetitiveFactor.GoalOrientation] = 0.00,
        [CompetitiveFactor.PersonalRelationship] = 0.30,
        [CompetitiveFactor.ProductQuality] = 0.05,
        [CompetitiveFactor.RiskPolicy] = -0.15,
        [CompetitiveFactor.Process] = -0.25,
        [CompetitiveFactor.Price] = -0.45,
    };

    /// <summary>A customer's answers, along the way that they make.</summary>
    /// <param name="customer">Number.</param>
    /// <param name="trend">How much better than today, in steps of a scale of five.</param>
    public Dictionary<string, Answer> OfCustomer(string customer, Employee advisor, SurveyVersion version, double trend = 0)
    {
        var random = RandomFor(customer);
        var level = 4.15 + trend + Level(advisor.UserName) + Normal(random, 0.55);
        var answers = new Dictionary<string, Answer>();
        var skipped = new HashSet<string>();
        while (Next(version, answers, skipped) is { } question)
        {
            if (Answer(question, version.RatingScale, level, random, advisor) is { } answer)
            {
                answers[question.Id] = answer;
            }
            else
            {
                skipped.Add(question.Id);
            }
        }

        return answers;
    }

    /// <summary>A self-image: lenient, as self-images are.</summary>
    public Dictionary<string, Answer> OfAdvisor(Participant request, SurveyVersion version)
    {
        var random = RandomFor($"{request.Survey} {request.Advisor}");
        var level = 4.45 + (0.5 * Level(request.Advisor)) + Normal(random, 0.2);
        return version.Questions
            .Where(q => q is { Kind: QuestionKind.Rating, SelfText: not null })
            .ToDictionary(q => q.Id, q => new Answer(Score: OnScale(level + (0.4 * Strength(q)) + Normal(random, 0.35), version.RatingScale)));
    }

    /// <summary>The same throws for the same name.</summary>
    public Random Dice(string name) => RandomFor(name);

    private static Question? Next(SurveyVersion version, Dictionary<string, Answer> answers, HashSet<string> skipped) =>
        Journey.Of(version, answers).Path
            .Where(id => !answers.ContainsKey(id) && !skipped.Contains(id))
            .Select(id => version.Questions.First(q => q.Id == id))
            .FirstOrDefault(q => q.Kind != QuestionKind.Info);

    private Answer? Answer(Question question, RatingScale scale, double level, Random random, Employee advisor)
    {
        if (!question.Required && random.NextDouble() < 0.03)
        {
            return null;
        }

        switch (question.Kind)
        {
            case QuestionKind.Rating:
                return random.NextDouble() < 0.06
                    ? new Answer(CannotJudge: true)
                    : new Answer(Score: OnScale(level + Strength(question) + Normal(random, 0.6), scale));
            case QuestionKind.Csat:
                return new Answer(Score: Math.Clamp((int)Math.Round(level + 0.2 + Normal(random, 0.4)), 1, 5));
            case QuestionKind.Nps:
                return new Answer(Score: Math.Clamp((int)Math.Round((2.2 * level) - 0.7 + Normal(random, 1.0)), 0, 10));
            case QuestionKind.Fcr:
                return new Answer(Choices: [random.NextDouble() switch { < 0.06 => FixedChoices.Unknown, < 0.25 => FixedChoices.No, _ => FixedChoices.Yes }]);
            case QuestionKind.Level:
                var present = Math.Clamp((int)Math.Round(3.4 + Level(question.Id) + Normal(random, 1.0)), 1, 7);
                return new Answer(Score: present, Desired: Math.Clamp((int)Math.Round(5.4 + Normal(random, 0.8)), present, 7));
            case QuestionKind.SingleChoice or QuestionKind.YesNo:
                return new Answer(Choices: [question.Choices![random.Next(question.Choices.Count)].Id]);
            case QuestionKind.MultipleChoice:
                return new Answer(Choices: [.. question.Choices!.Where(_ => random.NextDouble() < 0.3).Select(c => c.Id).DefaultIfEmpty(question.Choices![0].Id)]);
            case QuestionKind.FreeText:
                return Comment(question, level, random, advisor);
            default:
                return null;
        }
    }

    private static Answer? Comment(Question question, double level, Random random, Employee advisor)
    {
        var isPraise = question.Id == "praise";
        if (random.NextDouble() > (isPraise ? 0.15 + (0.12 * level) : 0.45))
        {
            return null;
        }

        var texts = isPraise ? (level > 3.4 ? DemonstrationComments.Praise : DemonstrationComments.Mixed)
            : level > 3.4 ? DemonstrationComments.Mixed : DemonstrationComments.Critical;
        var name = $"{(advisor.Salutation == Salutation.Herr ? "Herr" : "Frau")} {advisor.LastName}";
        return new Answer(Text: string.Format(CultureInfo.GetCultureInfo("de-DE"), texts[random.Next(texts.Count)], name));
    }

    /// <summary>How an advisor (or a topic) stands among the others; the one that visitors sign in as stands well.</summary>
    private double Level(string name) => name == DemonstrationPeople.Advisor ? 0.3 : Normal(RandomFor(name), 0.3);

    private static double Strength(Question question) => question.Factor is { } factor ? _strength[factor] : 0;

    /// <param name="level">In steps of a scale from 1 to 5.</param>
    private static int OnScale(double level, RatingScale scale) =>
        Math.Clamp((int)Math.Round(scale.Min + ((level - 1) / 4 * (scale.Max - scale.Min))), scale.Min, scale.Max);

    /// <summary>Box–Muller.</summary>
    private static double Normal(Random random, double deviation) =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private Random RandomFor(string name) => new(name.Aggregate(seed, (hash, c) => unchecked((hash * 31) + c)));
}
