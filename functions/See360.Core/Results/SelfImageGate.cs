using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>
/// "First your self-image": as long as an advisor has been asked for one and can still give it, he is shown nothing
/// of what customers answered to that survey. Once it is answered, or the last link for it has expired, the results
/// are there: a door whose key is gone would hide them for good.
/// </summary>
public static class SelfImageGate
{
    /// <summary>The request that has to be answered first; null: the results may be shown.</summary>
    /// <param name="asks">All that the institute has open.</param>
    /// <param name="answered">The advisor has given a self-image of this survey.</param>
    public static SelfImageAsk? Pending(Survey survey, bool answered, IEnumerable<SelfImageAsk> asks, string advisor, DateTimeOffset now)
    {
        if (!survey.AsksSelfImage || answered)
        {
            return null;
        }

        return asks
            .Where(a => a.Cycle.Survey == survey.Id && a.Advisor == advisor && now < a.AskedAt.AddDays(survey.Rules.TokenLifeDays))
            .MaxBy(a => a.AskedAt);
    }
}
