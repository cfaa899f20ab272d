using See360.Core.Decisions;
using See360.Core.Institutes;

namespace See360.Core.Surveys;

/// <summary>How far a survey is on its way to its first mail.</summary>
public enum SurveyStage
{
    /// <summary>Not published yet.</summary>
    Draft,

    /// <summary>The checks found errors: it can't be published or approved.</summary>
    Faulty,

    /// <summary>Published and without errors; nobody has approved it yet.</summary>
    Checked,

    Approved,

    /// <summary>It was approved once.</summary>
    Withdrawn,
}

/// <summary>A survey as somebody looks at it before approving it.</summary>
/// <param name="Shown">What would be sent: the published version, or the draft if there is none. Null: neither.</param>
/// <param name="Findings">What the publishing checks say to it.</param>
/// <param name="History">Decisions on the approval, newest first; empty in a list.</param>
public sealed record ReviewedSurvey(
    Survey Survey, SurveyStage Stage, SurveyDraft? Shown, IReadOnlyList<SurveyFinding> Findings, IReadOnlyList<ApprovalDecision> History)
{
    /// <summary>Questions that ask something: info texts do not.</summary>
    public int Questions => Shown?.Questions.Count(q => q.Kind != QuestionKind.Info) ?? 0;
}

/// <summary>The surveys of a bank with what the checks say, for those who approve them.</summary>
public sealed class ReviewSurvey(SurveyRecords records)
{
    private const int Decisions = 100;

    public async Task<IReadOnlyList<ReviewedSurvey>> AllAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var reviewed = new List<ReviewedSurvey>();
        foreach (var survey in (await records.AllAsync(institute, cancel)).OrderBy(s => s.Number))
        {
            reviewed.Add(await ReviewAsync(institute, survey, [], cancel));
        }

        return reviewed;
    }

    /// <returns>Null if there is no such survey.</returns>
    public async Task<ReviewedSurvey?> OneAsync(InstituteId institute, SurveyId id, CancellationToken cancel = default)
    {
        if (await records.FindAsync(institute, id, cancel) is not { } survey)
        {
            return null;
        }

        var history = await new DecisionLog<ApprovalDecision>(records.Approvals).ReadAsync(
            SurveyRecords.VersionPartition(institute, id), ApprovalDecision.Latest(survey), Decisions, cancel);
        return await ReviewAsync(institute, survey, history, cancel);
    }

    private async Task<ReviewedSurvey> ReviewAsync(
        InstituteId institute, Survey survey, IReadOnlyList<ApprovalDecision> history, CancellationToken cancel)
    {
        var shown = await records.VersionAsync(institute, survey.Id, survey.Version, cancel) is { } version
            ? SurveyDraft.Of(version)
            : (await records.Drafts.ReadAsync(SurveyRecords.Partition(institute), SurveyDraft.Row(survey.Number), cancel))?.Value;
        var findings = shown is null ? [] : SurveyChecks.Check(shown);
        return new ReviewedSurvey(survey, Stage(survey, findings), shown, findings, history);
    }

    private static SurveyStage Stage(Survey survey, IReadOnlyList<SurveyFinding> findings) => survey switch
    {
        { IsLive: true } => SurveyStage.Approved,
        _ when findings.Any(f => f.Severity == FindingSeverity.Error) => SurveyStage.Faulty,
        { Version: 0 } => SurveyStage.Draft,
        { ApprovalDecided.Step: ApprovalStep.Withdrawn } => SurveyStage.Withdrawn,
        _ => SurveyStage.Checked,
    };
}
