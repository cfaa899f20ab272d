using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Callbacks;

/// <summary>The wishes that somebody may see: the open ones, the longest waiting first; and the latest that are done.</summary>
public sealed class ListCallbacks(
    CallbackRecords callbacks, ParticipantRecords participants, OrganisationRecords organisation, SurveyRecords surveys, InstituteRecords institutes,
    TimeProvider time)
{
    public const int MostDone = 50;

    public async Task<CallbackList> RunAsync(InstituteId institute, CallbackViewer viewer, CancellationToken cancel = default)
    {
        var seen = (await callbacks.OfAYearAsync(institute, time.GetUtcNow(), cancel)).Where(viewer.MaySee).ToLookup(c => c.Done is null);
        var names = await ParticipantNames.ReadAsync(institute, organisation, surveys, cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await institutes.GetAsync(institute, cancel)).TimeZone);
        var open = await Task.WhenAll(seen[true].OrderBy(c => c.WishedAt).Select(LineAsync));
        var done = await Task.WhenAll(seen[false].OrderByDescending(c => c.Done!.At).Take(MostDone).Select(LineAsync));
        return new CallbackList(open, done);

        // Once the personal data are erased, the wish stands without a name.
        async Task<CallbackLine> LineAsync(Callback callback)
        {
            var customer = (await participants.ReadAsync(institute, callback.Participant, cancel))?.Value;
            var survey = names.Survey(callback.Cycle.Survey);
            var isConfidential = survey?.Confidentiality == ConfidentialityMode.Confidential;
            return new CallbackLine(
                callback,
                customer is null ? "" : PersonName.Of(customer),
                names.Person(callback.Advisor),
                survey,
                DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(callback.WishedAt, zone).DateTime),
                isConfidential ? null : callback.WishedAt,
                callback.Done is { } mark ? names.Person(mark.By) : "");
        }
    }
}

public sealed record CallbackList(IReadOnlyList<CallbackLine> Open, IReadOnlyList<CallbackLine> Done);

/// <param name="WishedOn">In the institute's zone.</param>
/// <param name="WishedAt">Null in a confidential survey: the wish comes with the answer, and its time is nobody's business.</param>
/// <param name="DoneBy">Name of the person, or empty.</param>
public sealed record CallbackLine(
    Callback Callback, string Name, string AdvisorName, Survey? Survey, DateOnly WishedOn, DateTimeOffset? WishedAt, string DoneBy);
