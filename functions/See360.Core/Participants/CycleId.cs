using System.Diagnostics.CodeAnalysis;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Participants;

/// <summary>A survey's weekly cycle: <c>2026-W46|beratung</c>. Sorts by week.</summary>
public readonly record struct CycleId(IsoWeek Week, SurveyId Survey) : ITypedId<CycleId>
{
    public static bool TryParse([NotNullWhen(true)] string? text, out CycleId id)
    {
        id = default;
        if (text is not { Length: > 9 } || text[8] != '|' || !IsoWeek.TryParse(text[..8], out var week) || !SurveyId.TryParse(text[9..], out var survey))
        {
            return false;
        }

        id = new CycleId(week, survey);
        return true;
    }

    public override string ToString() => $"{Week}|{Survey}";
}
