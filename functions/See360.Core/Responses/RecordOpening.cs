namespace See360.Core.Responses;

/// <summary>Notes that somebody has looked at the survey. Told by the page upon the first touch, so that link
/// scanners do not count. The second time changes nothing.</summary>
public sealed class RecordOpening(SurveyLinks links, ResponseRecords responses, TimeProvider clock)
{
    /// <returns>False for an unknown link.</returns>
    /// <exception cref="RuleBroken">The survey is not open.</exception>
    public async Task<bool> ExecuteAsync(string token, CancellationToken cancel = default)
    {
        if (await links.FindAsync(token, cancel) is not { } link)
        {
            return false;
        }

        link.RequireOpen();
        await responses.Openings.UpdateAsync(
            link.ResponsePartition,
            link.ResponseRow,
            known => known ?? new Opening(link.Participant.Id, clock.GetUtcNow()),
            cancel);
        return true;
    }
}
