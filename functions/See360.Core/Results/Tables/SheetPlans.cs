using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Surveys;

namespace See360.Core.Results.Tables;

/// <summary>The plans of one institute. Versions are never changed once written, so each is read once and its columns are one object.</summary>
internal sealed class SheetPlans(InstituteId institute, SurveyRecords surveys)
{
    private readonly ConcurrentDictionary<(SurveyId, int), SheetPlan> _plans = new();

    /// <summary>Null: it has not been read yet.</summary>
    public SheetPlan? Known(SurveyId survey, int number) => _plans.GetValueOrDefault((survey, number));

    /// <summary>Of a version that is not there: sheets to it count, none of their answers does.</summary>
    public async ValueTask<SheetPlan> OfAsync(SurveyId survey, int number, CancellationToken cancel)
    {
        if (_plans.TryGetValue((survey, number), out var known))
        {
            return known;
        }

        return await surveys.VersionAsync(institute, survey, number, cancel) is { } version
            ? _plans.GetOrAdd((survey, number), SheetPlan.Of(version))
            : new SheetPlan(survey, number, [], []);
    }
}
