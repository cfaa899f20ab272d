using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Responses;

/// <summary>The one way in which answers reach the store: read, merge, write if nobody else was in between, else
/// again. One write, whatever was sent.</summary>
internal sealed class AnswerSheet(SurveyLookup lookup, ResponseRecords responses, TimeProvider clock)
{
    /// <param name="finish">From the merged sheet to the one that is stored; null refuses, and nothing is written.
    /// Called once per try.</param>
    public async Task<(Response? Stored, SurveyVersion Version, MergedAnswers Merged, int RevisionBefore)> WriteAsync(
        SurveyLink link, AnswerInput input, Func<Response, SurveyVersion, Response?> finish, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var read = await responses.Responses.ReadAsync(link.ResponsePartition, link.ResponseRow, cancel);
            var version = await VersionAsync(link, read?.Value, input, cancel);
            Check(version, read?.Value, input);

            var before = read?.Value ?? Start(link, version, input);
            var working = before.Draft ?? before.Answers;
            var merged = AnswerMerge.Merge(
                working, before.AnswerRevisions ?? new Dictionary<string, int>(), before.Revision + 1, input.Revision, input.Answers);
            if (merged.Conflicts.Count > 0)
            {
                return (before, version, merged, before.Revision);
            }

            var after = finish(WithAnswers(before, merged), version);
            if (after is null || ReferenceEquals(after, before))
            {
                return (after, version, merged, before.Revision);
            }

            after = after with { Revision = before.Revision + 1, Language = input.Language, SavedAt = clock.GetUtcNow() };
            var written = read is null
                ? await responses.Responses.InsertAsync(link.ResponsePartition, link.ResponseRow, after, cancel)
                : await responses.Responses.ReplaceAsync(link.ResponsePartition, read, after, cancel);
            if (written)
            {
                return (after, version, merged, before.Revision);
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

    private static void Check(SurveyVersion version, Response? stored, AnswerInput input)
    {
        if (input.Revision < 0 || input.Revision > (stored?.Revision ?? 0))
        {
            throw new BadInput("revision", "revision-unknown", SurveyTexts.RevisionUnknown);
        }

        foreach (var (id, answer) in input.Answers)
        {
            var question = version.Questions.FirstOrDefault(q => q.Id == id)
                ?? throw new BadInput("answers", "question-unknown", SurveyTexts.QuestionUnknown);
            if (AnswerMerge.Tidy(answer) is { } given && AnswerRules.Check(version, question, given) is { } error)
            {
                throw new BadInput($"answers.{id}", "answer-invalid", error);
            }
        }
    }

    private Response Start(SurveyLink link, SurveyVersion version, AnswerInput input)
    {
        var participant = link.Participant;
        var now = clock.GetUtcNow();
        return new Response(
            participant.Id, participant.Kind, link.Cycle, version.Number, input.Language, participant.Advisor, participant.Unit,
            participant.Segment, participant.Channel, new Dictionary<string, Answer>(), 0, now, now);
    }
}
