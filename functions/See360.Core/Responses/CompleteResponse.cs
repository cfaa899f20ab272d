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
        Response? before = null;
        var (stored, version, merged, revisionBefore) = await _sheet.WriteAsync(link.RequireOpen(), input, Finish, cancel);
        if (missing.Length > 0)
        {
            return AnswerOutcome.UnknownLink with
            {
                Sheet = SheetAnswers.Of(before!, version, link.Institute),
                Missing = missing.ToDictionary(q => q.Id, _ => SurveyTexts.AnswerMissing),
            };
        }

        if (merged.Conflicts.Count == 0 && stored!.Revision > revisionBefore)
        {
            feed.Announce(link.Institute.Id);
        }

        return AnswerOutcome.UnknownLink with
        {
            Sheet = SheetAnswers.Of(stored!, version, link.Institute),
            Conflicts = merged.Conflicts,
            OthersChanged = revisionBefore > input.Revision,
        };

        Response? Finish(Response response, SurveyVersion asked)
        {
            before = response;
            var path = Journey.Path(asked, response.Draft ?? response.Answers);
            missing = [.. path.Where(q => q.Required && !(response.Draft ?? response.Answers).ContainsKey(q.Id))];
            return missing.Length > 0 ? null : Complete(response, path);
        }
    }

    /// <summary>Answers to questions that the journey no longer leads to are dropped.</summary>
    private Response Complete(Response response, IReadOnlyList<Question> path)
    {
        var answers = response.Draft ?? response.Answers;
        var onPath = path.Where(q => answers.ContainsKey(q.Id)).ToDictionary(q => q.Id, q => answers[q.Id]);
        return response.CompletedAt is not null && AnswerMerge.Same(response.Answers, onPath) && response.Draft is null
            ? response
            : response with { Answers = onPath, Draft = null, CompletedAt = response.CompletedAt ?? clock.GetUtcNow() };
    }
}
