namespace See360.Core.Responses;

/// <summary>Keeps what has been filled in so far, so that it can be continued on another device.</summary>
public sealed class SaveAnswers(SurveyLinks links, SurveyLookup lookup, ResponseRecords responses, TimeProvider clock)
{
    private readonly AnswerSheet _sheet = new(lookup, responses, clock);

    /// <exception cref="RuleBroken">The survey is not open.</exception>
    /// <exception cref="BadInput">An answer does not fit its question; nothing was written.</exception>
    public async Task<AnswerOutcome> ExecuteAsync(string token, AnswerInput input, CancellationToken cancel = default)
    {
        if (await links.FindAsync(token, cancel) is not { } link)
        {
            return AnswerOutcome.UnknownLink;
        }

        var written = await _sheet.WriteAsync(link.RequireOpen(), input, (response, _) => response, cancel);
        return new AnswerOutcome(
            SheetAnswers.Of(written.Stored!, written.Version, link.Institute), written.Conflicts, OthersChanged: written.RevisionBefore > input.Revision);
    }
}
