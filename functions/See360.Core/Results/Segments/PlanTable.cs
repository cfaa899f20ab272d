using See360.Core.Results.Facts;
using See360.Core.Results.Tables;
using See360.Core.Surveys;

namespace See360.Core.Results.Segments;

/// <summary>The survey versions that a file's sheets were given to. It stands first, so that they can be read before the rest.</summary>
internal sealed class PlanTable
{
    private readonly List<PlanKey> _plans = [];

    public int Place(SurveyId survey, int version, IReadOnlyList<FactColumn> columns)
    {
        var place = _plans.FindIndex(p => p.Survey == survey && p.Version == version);
        if (place < 0)
        {
            (place, var key) = (_plans.Count, new PlanKey(survey, version, SheetPlan.SignatureOf(columns)));
            _plans.Add(key);
        }

        return place;
    }

    public void Write(SegmentBytes bytes)
    {
        bytes.Number(_plans.Count);
        foreach (var plan in _plans)
        {
            bytes.Text(plan.Survey.ToString());
            bytes.Number(plan.Version);
            bytes.Mark(plan.Signature);
        }
    }

    public static PlanKey[] Read(ref SegmentReader reader)
    {
        var plans = new PlanKey[reader.Count(bytesEach: 16)];
        for (var i = 0; i < plans.Length; i++)
        {
            plans[i] = SurveyId.TryParse(reader.Text(), out var survey)
                ? new PlanKey(survey, reader.Number(), reader.Mark())
                : throw new SegmentDamagedException("no survey");
        }

        return plans;
    }

    /// <returns>In the order of the file.</returns>
    public static async Task<SheetPlan[]> PlansAsync(PlanKey[] keys, SheetPlans plans, CancellationToken cancel)
    {
        var found = new SheetPlan[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            found[i] = await plans.OfAsync(keys[i].Survey, keys[i].Version, cancel);
            if (SheetPlan.SignatureOf(found[i].Columns) != keys[i].Signature)
            {
                throw new SegmentDamagedException("another reading of the survey", outdated: true);
            }
        }

        return found;
    }

    internal readonly record struct PlanKey(SurveyId Survey, int Version, ulong Signature);
}
