using See360.Core.Organisation;
using See360.Core.Surveys;

namespace See360.Core.Imports.Judging;

/// <summary>Which survey a row belongs to: by the name in its column Umfrage, and without one by a rule that never
/// guesses between two.</summary>
public sealed class SurveyChoice(IReadOnlyList<Survey> surveys)
{
    private const int MostRemembered = 1000;

    private readonly List<Survey> _eventBased = [.. surveys.Where(s => s.Kind == SurveyKind.EventBased)];
    private readonly Dictionary<string, Survey?> _byName = [];
    private readonly Dictionary<string, Survey?> _bySpecialism = [];

    /// <summary>True if a row without a name leaves a choice.</summary>
    public bool SeveralFit => _eventBased.Count > 1;

    public Survey? Named(string name)
    {
        if (!_byName.TryGetValue(name, out var survey))
        {
            survey = SurveyNames.Find(surveys, name);
            if (_byName.Count < MostRemembered)
            {
                _byName[name] = survey;
            }
        }

        return survey;
    }

    /// <summary>Without a name: the institute's only event-based survey; of several the one whose name or question set
    /// begins as the advisor's Fachbereich does ("Versicherungsspezialist": "Versicherung"), if it is just one. Else null.</summary>
    public Survey? AssumedFor(Employee? advisor)
    {
        if (_eventBased.Count == 1)
        {
            return _eventBased[0];
        }

        if (advisor is null || advisor.Specialism.Length == 0)
        {
            return null;
        }

        if (!_bySpecialism.TryGetValue(advisor.Specialism, out var survey))
        {
            var specialism = SurveyNames.Key(advisor.Specialism);
            var fitting = _eventBased.Where(s => Names(s).Select(SurveyNames.Key).Any(n => BeginsAlike(n, specialism))).ToList();
            _bySpecialism[advisor.Specialism] = survey = fitting.Count == 1 ? fitting[0] : null;
        }

        return survey;
    }

    private static bool BeginsAlike(string name, string specialism) =>
        name.Length >= 6 && (specialism.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(specialism, StringComparison.Ordinal));

    private static IEnumerable<string> Names(Survey survey) =>
        [survey.Id.ToString(), survey.SetId, survey.Name.De, survey.Name.En, .. survey.ImportNames];
}
