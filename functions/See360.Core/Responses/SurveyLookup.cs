using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Responses;

/// <summary>
/// What every answer needs and hardly ever changes: institutes by number and surveys are kept for a minute, published
/// versions for good (they never change). Bounded by the number of surveys of the installation.
/// </summary>
public sealed class SurveyLookup(InstituteRecords institutes, SurveyRecords surveys, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(InstituteId, SurveyId), (Survey? Survey, DateTimeOffset Until)> _surveys = new();
    private readonly ConcurrentDictionary<(InstituteId, SurveyId, int), SurveyVersion> _versions = new();
    private readonly ConcurrentDictionary<(InstituteId, SurveyId, int), SurveyVersion> _selfImages = new();
    private volatile Known? _institutes;

    public async Task<Institute?> InstituteAsync(int number, CancellationToken cancel = default)
    {
        var known = _institutes;
        if (known is null || known.Until <= clock.GetUtcNow() || !known.ByNumber.ContainsKey(number))
        {
            var all = await institutes.AllAsync(cancel);
            known = new Known(all.ToDictionary(i => i.Number), clock.GetUtcNow() + Life);
            _institutes = known;
        }

        return known.ByNumber.GetValueOrDefault(number);
    }

    public async Task<Survey?> SurveyAsync(InstituteId institute, SurveyId id, CancellationToken cancel = default)
    {
        if (_surveys.TryGetValue((institute, id), out var known) && known.Survey is not null && known.Until > clock.GetUtcNow())
        {
            return known.Survey;
        }

        var survey = await surveys.FindAsync(institute, id, cancel);
        _surveys[(institute, id)] = (survey, clock.GetUtcNow() + Life);
        return survey;
    }

    /// <summary>The version as this kind of participant is asked it.</summary>
    public async Task<SurveyVersion?> VersionAsync(
        InstituteId institute, SurveyId survey, int number, ParticipantKind kind, CancellationToken cancel = default)
    {
        var key = (institute, survey, number);
        if (!_versions.TryGetValue(key, out var version))
        {
            version = await surveys.VersionAsync(institute, survey, number, cancel);
            if (version is null)
            {
                return null;
            }

            _versions[key] = version;
        }

        return kind == ParticipantKind.SelfImage ? _selfImages.GetOrAdd(key, _ => SelfImage.Of(version)) : version;
    }

    private sealed record Known(IReadOnlyDictionary<int, Institute> ByNumber, DateTimeOffset Until);
}
