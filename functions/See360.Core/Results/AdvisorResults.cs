using System.Security.Cryptography;
using System.Text;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Core.Users;

namespace See360.Core.Results;

/// <summary>What an advisor sees of his own customers' answers: rolling twelve months, one survey or all of them. The same figures as the views of
/// results show of that slice.</summary>
public sealed class AdvisorResults(IResultTables tables, OrganisationCharts charts, ParticipantRecords participants, SurveyTokens tokens, TimeProvider clock)
{
    private readonly CommentReader _comments = new(tables, participants);

    /// <param name="userName">Whose results; always the one who asks.</param>
    /// <param name="survey">One survey, or null for all.</param>
    /// <param name="known">The version that the caller has.</param>
    /// <exception cref="BadInput">There is no such survey.</exception>
    public async Task<Tagged<OwnResults>> ExecuteAsync(
        InstituteId institute, string userName, Language language, string? survey = null, string? known = null, CancellationToken cancel = default)
    {
        var (table, chart, now) = (await tables.ReadAsync(institute, cancel), await charts.ReadAsync(institute, cancel), clock.GetUtcNow());
        var slice = Slice.Parse(new SliceParameters(Surveys: survey, Advisor: userName));
        var reader = new ResultReader(institute, userName, [Role.Advisor], language);
        var sliced = SliceResolution.Resolve(table, chart, reader, slice, now) ?? throw new InvalidOperationException("Everybody may see himself.");
        var version = Version(sliced, survey);
        return new Tagged<OwnResults>(version, version == known ? null : await ShowAsync(sliced, userName, cancel));
    }

    private static string Version(Sliced sliced, string? survey)
    {
        var pending = string.Join(',', sliced.Pending.Select(s => s.Id));
        var running = string.Join(',', sliced.Table.Cycles.Where(c => ReturnByWeek.IsRunning(c.LastSentAt, sliced.Now)).Select(c => c.Id));
        var text = $"{sliced.Table.Version}\n{sliced.Chart.Version}\n{sliced.Today:O}\n{sliced.Language}\n{sliced.Slice}\n{survey}\n{pending}\n{running}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }

    private async Task<OwnResults> ShowAsync(Sliced sliced, string userName, CancellationToken cancel)
    {
        var count = SliceCount.Of(sliced, MeasureKey.Lines);
        var (head, key, factors) = (HeadOf.Slice(sliced, count), KeyFigures.Of(sliced, count), LinesOf.Factors(sliced, count));
        var comments = (await _comments.SelectAsync(sliced, cancel)).Take(CommentOrder.Most).ToList();
        var employee = sliced.Chart.Employees.GetValueOrDefault(userName);
        var monday = IsoWeek.Of(sliced.Today).Monday;
        return new OwnResults(
            new ResultPerson(userName, employee?.FullName ?? userName, employee is null ? userName : Mail.Greeting.ShortName(sliced.Language, employee)),
            head.Slice.Period.From,
            head.Slice.Period.To,
            head.Sheets,
            head.ByInterviewer,
            new FreshAnswers(monday, Fresh(sliced, monday)),
            key.Nps,
            key.Csat,
            key.Satisfaction,
            key.Fcr,
            key.FcrUnknown,
            key.ResponseRate,
            key.ResponseRate.N,
            [.. LinesOf.Strengths(factors, count.Scale).Select(l => new Strength(l.Id, l.Name, l.Figure))],
            count.Scale,
            head.OtherScales,
            [.. factors.Select(Line)],
            [.. LinesOf.Fields(sliced, count).Select(Line)],
            [.. (await _comments.ViewAsync(sliced, comments, [.. CommentIds.Of(comments)], cancel)).Select(c => new CommentView(c.Id, c.Text, c.Question, c.On, c.From, c.Nps, c.SurveyName, c.Praise))],
            [.. sliced.Surveys.Concat(sliced.Pending).OrderBy(s => s.Number).Select(s => Survey(sliced, s, userName)).OfType<OwnSurvey>()]);
    }

    private static ScoreLine Line(ResultLine line) => new(
        line.Id, line.Name, line.Personal, line.Figure, line.Distribution, line.CannotJudge, line.Self, line.Gap, line.GapMarked);

    /// <summary>Of surveys in personal mode: in confidential mode nobody is told when an answer came.</summary>
    private static int Fresh(Sliced sliced, DateOnly monday)
    {
        var personal = sliced.Surveys.Where(s => s.Confidentiality == ConfidentialityMode.Personal).Select(s => s.Id).ToHashSet();
        var filter = sliced.Here.In(sliced.Of(monday, sliced.Today)).Filter;
        return FactPass.Run(sliced.Table.Facts, filter with { Surveys = personal }, MeasureKey.Headline).Sheets;
    }

    /// <returns>Null if the survey does not concern him.</returns>
    private OwnSurvey? Survey(Sliced sliced, Survey survey, string userName)
    {
        var ask = SelfImageGate.Pending(survey, SelfImageSheets.Has(sliced.Table.Facts, survey.Id, userName), sliced.Table.Asks, userName, sliced.Now);
        var self = ask is not null ? SelfImageState.Pending
            : SelfImageSheets.Has(sliced.Table.Facts, survey.Id, userName) ? SelfImageState.Answered : SelfImageState.NotAsked;
        var filter = sliced.Here.Filter with { Surveys = new HashSet<SurveyId> { survey.Id } };
        var sheets = FactPass.Run(sliced.Table.Facts, filter, MeasureKey.Headline).Sheets;
        var interviews = FactPass.Run(sliced.Table.Facts, filter with { Marks = SheetMarks.Interviewer }, MeasureKey.Headline).Sheets;
        int? missing = sliced.Table.Withheld.FirstOrDefault(w => w.Survey == survey.Id)?.ByAdvisor.TryGetValue(userName, out var wanting) == true ? wanting : null;
        return sheets + interviews == 0 && self == SelfImageState.NotAsked && missing is null ? null : new OwnSurvey(
            survey.Id.ToString(),
            survey.Name.In(sliced.Language),
            ask is null ? sheets : 0,
            survey.Confidentiality == ConfidentialityMode.Confidential,
            ask is null && sheets == 0 ? missing ?? 0 : 0,
            self,
            ask is { } link ? $"/s/{tokens.Create(sliced.Chart.Institute.Number, link.Participant)}" : null);
    }
}
