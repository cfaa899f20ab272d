using See360.Core.Decisions;
using See360.Core.Institutes;

namespace See360.Core.Surveys;

/// <summary>Puts a decision on a survey's approval into effect and keeps the former one.</summary>
internal sealed class DecideApproval(SurveyRecords records, TimeProvider clock)
{
    /// <param name="decide">From the survey and its latest decision to the new one, without number and time; null leaves
    /// everything as it is.</param>
    /// <returns>What is stored afterwards; null if there is no such survey.</returns>
    public async Task<Survey?> RunAsync(
        InstituteId institute, SurveyId id, Func<Survey, ApprovalDecision?, ApprovalDecision?> decide, CancellationToken cancel)
    {
        var log = new DecisionLog<ApprovalDecision>(records.Approvals);
        while (true)
        {
            var read = await records.Surveys.ReadAsync(SurveyRecords.Partition(institute), id.ToString(), cancel);
            var latest = read is null ? null : ApprovalDecision.Latest(read.Value);
            if (read is null || decide(read.Value, latest) is not { } decision)
            {
                return read?.Value;
            }

            if (latest is not null)
            {
                await log.KeepAsync(SurveyRecords.VersionPartition(institute, id), latest, cancel);
            }

            decision = decision with { Number = (latest?.Number ?? 0) + 1, At = clock.GetUtcNow() };
            var approved = decision.Step == ApprovalStep.Approved;
            var survey = read.Value with
            {
                ApprovedAt = approved ? decision.At : null,
                ApprovedBy = approved ? decision.By : null,
                ApprovalDecided = decision,
            };
            if (await records.Surveys.ReplaceAsync(SurveyRecords.Partition(institute), read, survey, cancel))
            {
                return survey;
            }
        }
    }
}
