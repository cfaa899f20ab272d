using System.Security.Cryptography;
using System.Text;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Results.Statistics;
using See360.Core.Retention;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;

namespace See360.Core.Results;

/// <summary>What an advisor sees of his own customers' answers: rolling twelve months, one survey or all of them.</summary>
public sealed class AdvisorResults(
    IResultFacts facts, InstituteRecords institutes, OrganisationRecords organisation, ParticipantRecords participants, SurveyTokens tokens, TimeProvider clock)
{
    /// <param name="userName">Whose results; always the one who asks.</param>
    /// <param name="survey">One survey, or null for all.</param>
    /// <param name="known">The version that the caller has.</param>
    /// <exception cref="BadInput">There is no such survey.</exception>
    public async Task<Tagged<OwnResults>> ExecuteAsync(
        InstituteId institute, string userName, Language language, string? survey = null, string? known = null, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var all = await facts.ReadAsync(institute, cancel);
        var now = clock.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(bank.TimeZone);
        var today = ResultPeriod.Day(now, zone);
        ResultFact[] own = [.. all.Facts.Where(f => f.Advisor == userName)];
        var chosen = all.Surveys.Where(s => survey is null || s.Id.ToString() == survey).ToList();
        if (survey is not null && chosen.Count == 0)
        {
            throw new BadInput("survey", "survey-unknown", ResultTexts.SurveyUnknown);
        }

        var parts = chosen.Select(s => Part.Of(s, own, all.Asks, userName, now)).ToList();
        var version = Version(all.Version, today, language, userName, survey, parts);
        if (version == known)
        {
            return new Tagged<OwnResults>(version, null);
        }

        var period = ResultPeriod.RollingYear(today, zone);
        var shown = parts
            .Where(p => p.Pending is null)
            .Select(p => Disclosure.Of(p.Survey, p.Customers, all.Cycles, period))
            .ToList();
        var figures = new OwnFigures(shown, parts.Where(p => p.Pending is null).SelectMany(p => p.Self?.Answers ?? []));
        var factors = figures.Factors(language);
        var monday = IsoWeek.Of(today).Monday;
        var rate = ResponseRate(all.Cycles.Where(c => chosen.Any(s => s.Id == c.Id.Survey)), userName, period, now);
        var employee = await organisation.EmployeeAsync(institute, userName, cancel);
        return new Tagged<OwnResults>(version, new OwnResults(
            new ResultPerson(userName, employee?.FullName ?? userName, employee is null ? userName : Greeting.ShortName(language, employee)),
            period.From,
            period.To,
            shown.Sum(s => s.Customers),
            parts.Where(p => p.Pending is null).Sum(p => p.ByInterviewer.Count(f => period.Holds(f.CompletedAt))),
            new FreshAnswers(monday, Fresh(parts, ResultPeriod.Midnight(monday, zone))),
            figures.Nps(),
            figures.Csat(),
            figures.Satisfaction(),
            figures.Fcr(),
            figures.FcrUnknown(),
            Figure.Of(rate),
            rate.N,
            OwnFigures.Strengths(factors, figures.Scale),
            figures.Scale,
            [.. figures.OtherScales.Select(s => s.Name.In(language))],
            factors,
            figures.Fields(language),
            await CommentsAsync(bank, shown, language, today, cancel),
            [.. parts.Where(p => p.Concerns).Select(p => Line(p, shown.FirstOrDefault(s => s.Survey.Id == p.Survey.Id), bank.Number, language))]));
    }

    private static string Version(string facts, DateOnly today, Language language, string userName, string? survey, IEnumerable<Part> parts)
    {
        var pending = string.Join(',', parts.Where(p => p.Pending is not null).Select(p => p.Pending!.Participant));
        var text = $"{facts}\n{today:O}\n{language}\n{userName}\n{survey}\n{pending}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }

    /// <summary>Weeks that are still running are left out: they would pull the rate down for no reason.</summary>
    private static Measure ResponseRate(IEnumerable<CycleState> cycles, string userName, ResultPeriod period, DateTimeOffset now)
    {
        var own = cycles
            .Where(c => c.LastSentAt >= period.Start && !ReturnByWeek.IsRunning(c.LastSentAt, now))
            .Select(c => c.Totals.ByAdvisor?.GetValueOrDefault(userName))
            .Where(r => r is not null)
            .ToList();
        return Share.ResponseRate(own.Sum(r => r!.Answered), own.Sum(r => r!.Invited), own.Sum(r => r!.Bounced));
    }

    private static int Fresh(IEnumerable<Part> parts, DateTimeOffset monday) => parts
        .Where(p => p.Pending is null && p.Survey.Confidentiality == ConfidentialityMode.Personal)
        .Sum(p => p.Customers.Count(f => f.CompletedAt >= monday));

    private async Task<IReadOnlyList<CommentView>> CommentsAsync(
        Institute bank, IEnumerable<Disclosed> shown, Language language, DateOnly today, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(bank.TimeZone);
        var comments = CommentOrder.PraiseFirst(shown.SelectMany(s => s.Comments));
        var ids = CommentOrder.Ids(comments);
        var givers = await Task.WhenAll(comments.Select(c => GiverAsync(bank, c, today, cancel)));
        return
        [
            .. comments.Select((c, i) => new CommentView(
                ids[i], c.Text, c.Question.Text.In(language), c.At is { } at ? ResultPeriod.Day(at, zone) : null, givers[i], c.Nps,
                c.Survey.Name.In(language), CommentOrder.IsPraise(c))),
        ];
    }

    /// <summary>No longer than the name may be kept: by the day, as the version of the page is, so that no page goes on showing it.</summary>
    private async Task<string?> GiverAsync(Institute bank, ShownComment comment, DateOnly today, CancellationToken cancel) =>
        comment.Giver is { } id && await participants.ReadAsync(bank.Id, id, cancel) is { Value: var person }
        && !(RetentionRules.ParticipantDueOn(person, comment.At ?? default, comment.Survey, bank) <= today)
            ? ResultTexts.Name(person)
            : null;

    private OwnSurvey Line(Part part, Disclosed? shown, int instituteNumber, Language language) => new(
        part.Survey.Id.ToString(),
        part.Survey.Name.In(language),
        shown?.Customers ?? 0,
        part.Survey.Confidentiality == ConfidentialityMode.Confidential,
        shown?.Missing ?? 0,
        part.Pending is not null ? SelfImageState.Pending : part.Self is not null ? SelfImageState.Answered : SelfImageState.NotAsked,
        part.Pending is { } ask ? $"/s/{tokens.Create(instituteNumber, ask.Participant)}" : null);

    /// <summary>One survey of the advisor, before anything is decided about showing it.</summary>
    private sealed record Part(
        Survey Survey, IReadOnlyList<ResultFact> Customers, IReadOnlyList<ResultFact> ByInterviewer, ResultFact? Self, SelfImageAsk? Pending)
    {
        public bool Concerns => Customers.Count > 0 || ByInterviewer.Count > 0 || Self is not null || Pending is not null;

        public static Part Of(Survey survey, ResultFact[] own, IReadOnlyList<SelfImageAsk> asks, string userName, DateTimeOffset now)
        {
            var customers = own.Where(f => f.Kind == ParticipantKind.Customer && f.Cycle.Survey == survey.Id).ToLookup(f => f.ByInterviewer);
            return new Part(
                survey, [.. customers[false]], [.. customers[true]], SelfImageGate.Answered(own, survey.Id),
                SelfImageGate.Pending(survey, own, asks, userName, now));
        }
    }
}
