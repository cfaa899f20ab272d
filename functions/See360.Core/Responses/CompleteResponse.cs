using See360.Core.Surveys;

namespace See360.Core.Responses;

/// <summary>Sends the answers: from now on they count. Again and again until the token expires, then they are final.</summary>
public sealed class CompleteResponse(
    SurveyLinks links, SurveyLookup lookup, ResponseRecords responses, ResponseFeed feed, TimeProvider clock)
{
    private readonly AnswerSheet _sheet = new(lookup, responses, clock);

    /// <remarks>Idempotent: the same request again writes nothing and answers the same.</remarks>
    /// <exception cref="RuleBroken">The survey is not open.</exception>
    /// <exception cref="BadInput">An answer does not fit its question; nothing was written.</exception>
    public async Task<AnswerOutcome> ExecuteAsync(string token, AnswerInput input, CancellationToken cancel = default)
    {
        if (await links.FindAsync(token, cancel) is not { } link)
        {
            return AnswerOutcome.UnknownLink;
        }

        Question[] missing = [];
        var written = await _sheet.WriteAsync(link.RequireOpen(), input, Complete, cancel);
        if (written.Stored is not { } stored)
        {
            return AnswerOutcome.Incomplete(missing.Select(q => q.Id));
        }

        if (stored.Revision > written.RevisionBefore)
        {
            feed.Announce(new ResponseNews(link.Institute.Id, link.Cycle, link.Participant.Id));
        }

        return new AnswerOutcome(
            SheetAnswers.Of(stored, written.Version, link.Institute), written.Conflicts, OthersChanged: written.RevisionBefore > input.Revision);

        Response? Complete(Response response, SurveyVersion version)
        {
            var answers = response.Draft ?? response.Answers;
            var journey = Journey.Of(version, answers);
            missing = [.. version.Questions.Where(q => q.Required && journey.Path.Contains(q.Id) && !Journey.IsGiven(q, answers.GetValueOrDefault(q.Id)))];
            return missing.Length > 0 ? null : Counting(response, journey);
        }
    }

    /// <summary>Answers to questions that the journey no longer leads to are dropped, and with them who changed them
    /// when: the same request again, answers off the journey included, is no conflict.</summary>
    private Response Counting(Response response, Journey journey) => response with
    {
        Answers = journey.Keep(response.Draft ?? response.Answers),
        Draft = null,
        AnswerRevisions = response.AnswerRevisions?.Where(pair => !journey.OffPath.Contains(pair.Key)).ToDictionary(),
        CompletedAt = response.CompletedAt ?? clock.GetUtcNow(),
    };
}
