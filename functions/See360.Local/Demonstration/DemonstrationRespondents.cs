using See360.Core.Callbacks;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;

namespace See360.Local.Demonstration;

/// <summary>What the invited do: answer, begin and break off, only look, object, ask for a call; and the advisor who calls.
/// Decided by names that stay the same in whatever week the demonstration is made.</summary>
/// <param name="present">When the demonstration's past ends.</param>
/// <param name="at">Has something done at an instant to come.</param>
internal sealed class DemonstrationRespondents(
    IServiceProvider services, Institute bank, DateTimeOffset present, Action<DateTimeOffset, Func<Task>> at)
{
    private const int Seed = 360;
    private const double AnswerRate = 0.35;
    private const double CallbackRate = 0.05;

    /// <summary>The advisor that visitors sign in as: more of these customers answer and wish a call, so that there is
    /// something to see.</summary>
    private const double AnswerRateOfAdvisor = 0.75;
    private const double CallbackRateOfAdvisor = 0.25;

    /// <summary>The latest wishes are left for the visitor.</summary>
    private const int DaysThatWishesStayOpen = 25;

    private readonly DemonstrationAnswers _answers = new(Seed);

    /// <summary>Decides whether and when a person who got this mail answers.</summary>
    public void Plan(Send send, Participant person, CancellationToken cancel)
    {
        var id = send.Participant;
        var dice = _answers.Dice($"{person.CustomerNumber} {person.Survey} {person.Advisor} when");
        var rate = IsOfAdvisor(person) ? AnswerRateOfAdvisor : AnswerRate;
        var (will, patience) = (dice.NextDouble(), dice.NextDouble());
        var token = Get<SurveyTokens>().Create(bank.Number, id);
        if (send.Kind == SendKind.SelfImage)
        {
            if (will < 0.8)
            {
                at(send.DoneAt!.Value.AddHours(2 + (60 * patience)), () => AnswerAsync(id, token, cancel));
            }

            return;
        }

        // Two thirds answer in the first days, the others after the reminder.
        var days = dice.NextDouble() < 0.66 ? -1.3 * Math.Log(1 - patience) : 7.1 - (1.6 * Math.Log(1 - patience));
        var when = send.DoneAt!.Value.AddDays(Math.Min(days, 26));
        switch (will)
        {
            case var _ when will < rate:
                at(when.AddMinutes(-6), () => Get<RecordOpening>().ExecuteAsync(token, cancel));
                at(when, () => AnswerAsync(id, token, cancel));
                break;
            case var _ when will < rate + 0.04:
                at(when.AddMinutes(-2), () => Get<RecordOpening>().ExecuteAsync(token, cancel));
                at(when, () => BreakOffAsync(id, token, cancel));
                break;
            case var _ when will < rate + 0.16:
                at(when, () => Get<RecordOpening>().ExecuteAsync(token, cancel));
                break;
            case var _ when will < rate + 0.172:
                at(when, () => Get<ObjectToSurveys>().ExecuteAsync(token, cancel));
                break;
        }
    }

    private static bool IsOfAdvisor(Participant person) => person.Advisor == DemonstrationPeople.Advisor;

    /// <summary>Between eight and four (UTC) on one of the next working days.</summary>
    private static DateTimeOffset OfficeHour(DateTimeOffset after, Random dice)
    {
        var day = after.UtcDateTime.Date.AddDays(1 + dice.Next(3));
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return new DateTimeOffset(day, TimeSpan.Zero).AddMinutes(8 * 60 + dice.Next(8 * 60));
    }

    private static AnswerInput Input(IEnumerable<KeyValuePair<string, Answer>> answers) =>
        new(0, answers.ToDictionary(a => a.Key, a => (Answer?)a.Value), Language.De);

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private async Task AnswerAsync(ParticipantId id, string token, CancellationToken cancel)
    {
        var (person, answers) = await AnswersOfAsync(id, cancel);
        var sheet = await Get<CompleteResponse>().ExecuteAsync(token, Input(answers), cancel);
        if (sheet.Sheet is not null && person.Kind == ParticipantKind.Customer)
        {
            await PerhapsWishCallAsync(id, person, token, cancel);
        }
    }

    /// <summary>Answers the first questions and puts the telephone away.</summary>
    private async Task BreakOffAsync(ParticipantId id, string token, CancellationToken cancel)
    {
        var (person, answers) = await AnswersOfAsync(id, cancel);
        var some = 1 + _answers.Dice($"{person.CustomerNumber} break-off").Next(4);
        await Get<SaveAnswers>().ExecuteAsync(token, Input(answers.Take(some)), cancel);
    }

    private async Task PerhapsWishCallAsync(ParticipantId id, Participant person, string token, CancellationToken cancel)
    {
        var dice = _answers.Dice($"{person.CustomerNumber} callback");
        if (dice.NextDouble() >= (IsOfAdvisor(person) ? CallbackRateOfAdvisor : CallbackRate))
        {
            return;
        }

        // Numbers that are kept free for films and examples.
        var phone = $"+49 30 23125 {dice.Next(1000):D3}";
        await Get<RequestCallback>().ExecuteAsync(token, phone, DemonstrationComments.CallbackNote(dice), cancel);
        var wished = Get<TimeProvider>().GetUtcNow();
        if (wished < present.AddDays(-DaysThatWishesStayOpen))
        {
            at(OfficeHour(wished, dice), () => CallAsync(id, person.Advisor, dice, cancel));
        }
    }

    private async Task CallAsync(ParticipantId id, string advisor, Random dice, CancellationToken cancel)
    {
        var viewer = new CallbackViewer(advisor, SeesAll: false);
        await Get<MarkCallback>().RunAsync(bank.Id, viewer, id, new CallbackMark(Done: true, DemonstrationComments.CallNote(dice), Revision: 1), cancel);
    }

    private async Task<(Participant Person, Dictionary<string, Answer> Answers)> AnswersOfAsync(ParticipantId id, CancellationToken cancel)
    {
        var person = (await Get<ParticipantRecords>().ReadAsync(bank.Id, id, cancel))!.Value;
        var survey = (await Get<SurveyRecords>().FindAsync(bank.Id, person.Survey!.Value, cancel))!;
        var version = (await Get<SurveyRecords>().VersionAsync(bank.Id, survey.Id, survey.Version, cancel))!;
        if (person.Kind == ParticipantKind.SelfImage)
        {
            return (person, _answers.OfAdvisor(person, version));
        }

        var advisor = (await Get<OrganisationRecords>().EmployeeAsync(bank.Id, person.Advisor, cancel))!;
        return (person, _answers.OfCustomer(person.CustomerNumber, advisor, version));
    }
}
