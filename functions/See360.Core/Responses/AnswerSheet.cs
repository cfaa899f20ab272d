using See360.Core.Surveys;

namespace See360.Core.Responses;

/// <summary>The one way in which answers reach the store: read, merge, write if nobody else was in between, else
/// again. One write, whatever was sent.</summary>
internal sealed class AnswerSheet(SurveyLookup lookup, ResponseRecords responses, TimeProvider clock)
{
    /// <param name="finish">From the merged sheet to the one that is stored; null refuses, and nothing is written.
    /// Called once per try.</param>
    /// <returns>The sheet as stored, or null if it was refused.</returns>
    public async Task<Written> WriteAsync(
        SurveyLink link, AnswerInput input, Func<Response, SurveyVersion, Response?> finish, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var read = await responses.Responses.ReadAsync(link.ResponsePartition, link.ResponseRow, cancel);
            var version = await VersionAsync(link, read?.Value, input, cancel);
            var changes = Judge(version, read?.Value, input);

            var before = read?.Value ?? Start(link, version, input);
            var merged = AnswerMerge.Merge(
                before.Draft ?? before.Answers, before.AnswerRevisions ?? new Dictionary<string, int>(), before.Revision + 1, input.Revision, changes);
            if (merged.Conflicts.Count > 0)
            {
                return new Written(before, version, merged.Conflicts, before.Revision);
            }

            var after = finish(WithAnswers(before, merged), version);
            if (after is null || IsSame(before, after))
            {
                return new Written(after is null ? null : before, version, [], before.Revision);
            }

            after = after with { Revision = before.Revision + 1, Language = input.Language, SavedAt = clock.GetUtcNow() };
            var written = read is null
                ? await responses.Responses.InsertAsync(link.ResponsePartition, link.ResponseRow, after, cancel)
                : await responses.Responses.ReplaceAsync(link.ResponsePartition, read, after, cancel);
            if (written)
            {
                return new Written(after, version, [], before.Revision);
            }
        }
    }

    /// <summary>A completed sheet keeps what counts until its changes are sent.</summary>
    private static Response WithAnswers(Response before, MergedAnswers merged)
    {
        if (!merged.Changed)
        {
            return before;
        }

        var after = before with { AnswerRevisions = merged.Revisions };
        if (before.CompletedAt is null)
        {
            return after with { Answers = merged.Answers };
        }

        return after with { Draft = AnswerMerge.Same(before.Answers, merged.Answers) ? null : merged.Answers };
    }

    /// <summary>The version is fixed when the first answer is stored: the one that the device shows, if it was ever
    /// published, else the one in force.</summary>
    private async Task<SurveyVersion> VersionAsync(SurveyLink link, Response? stored, AnswerInput input, CancellationToken cancel)
    {
        var number = stored?.Version ?? (input.Version is { } shown && shown >= 1 && shown <= link.Survey!.Version ? shown : link.Survey!.Version);
        return await lookup.VersionAsync(link.Institute.Id, link.Survey!.Id, number, link.Participant.Kind, cancel)
            ?? throw new RuleBroken("survey-not-open", SurveyTexts.NotOpen);
    }

    /// <summary>The changes as they may be stored.</summary>
    private static Dictionary<string, Answer?> Judge(SurveyVersion version, Response? stored, AnswerInput input)
    {
        if (input.Revision < 0 || input.Revision > (stored?.Revision ?? 0))
        {
            throw new BadInput("revision", "revision-unknown", SurveyTexts.RevisionUnknown);
        }

        var changes = new Dictionary<string, Answer?>();
        foreach (var (id, answer) in input.Answers)
        {
            if (!version.Questions.Any(q => q.Id == id))
            {
                throw new BadInput("answers", AnswerRules.UnknownQuestion.Code, AnswerRules.UnknownQuestion.Text);
            }

            var verdict = answer is null ? default : AnswerRules.Judge(version, id, answer);
            changes[id] = verdict.Fault is null ? verdict.Answer : throw new BadInput($"answers.{id}", verdict.Fault.Code, verdict.Fault.Text);
        }

        return changes;
    }

    private static bool IsSame(Response before, Response after) =>
        before.CompletedAt == after.CompletedAt
        && AnswerMerge.Same(before.Answers, after.Answers)
        && AnswerMerge.Same(before.Draft ?? before.Answers, after.Draft ?? after.Answers);

    private Response Start(SurveyLink link, SurveyVersion version, AnswerInput input)
    {
        var participant = link.Participant;
        var now = clock.GetUtcNow();
        return new Response(
            participant.Id, participant.Kind, link.Cycle, version.Number, input.Language, participant.Advisor, participant.Unit,
            participant.Segment, participant.Channel, new Dictionary<string, Answer>(), 0, now, now);
    }

    /// <param name="Stored">Null if the change was refused.</param>
    /// <param name="RevisionBefore">The revision that was found.</param>
    internal sealed record Written(Response? Stored, SurveyVersion Version, IReadOnlyList<string> Conflicts, int RevisionBefore);
}
