using See360.Core.Imports.Reading;
using See360.Core.Organisation;
using See360.Core.Surveys;

namespace See360.Core.Imports.Judging;

/// <summary>Which survey a row belongs to: by the name in its column Umfrage, and without one by a rule that never
/// guesses between two.</summary>
public sealed class SurveyNames
{
    private readonly Dictionary<string, Survey> _byName = [];
    private readonly List<Survey> _eventBased;
    private readonly Dictionary<string, Survey?> _bySpecialism = [];
    private readonly Dictionary<string, Survey?> _asWritten = [];

    public SurveyNames(IReadOnlyList<Survey> surveys)
    {
        _eventBased = [.. surveys.Where(s => s.Kind == SurveyKind.EventBased)];
        foreach (var survey in surveys)
        {
            foreach (var name in Names(survey))
            {
                _byName.TryAdd(TextFolding.Fold(name), survey);
            }
        }
    }

    /// <summary>True if a row without a name leaves a choice.</summary>
    public bool SeveralFit => _eventBased.Count > 1;

    public Survey? Named(string name)
    {
        if (!_asWritten.TryGetValue(name, out var survey))
        {
            survey = _byName.GetValueOrDefault(TextFolding.Fold(name));
            if (_asWritten.Count < 1000)
            {
                _asWritten[name] = survey;
            }
        }

        return survey;
    }

    /// <summary>Without a name: the institute's only event-based survey; of several the one whose name or question set
    /// stands in the advisor's Fachbereich ("Versicherungsspezialist": "Versicherung"), if it is just one. Else null.</summary>
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
            var specialism = TextFolding.Fold(advisor.Specialism);
            var fitting = _eventBased.Where(s => Names(s).Append(s.SetId).Select(TextFolding.Fold).Any(n => IsPart(n, specialism))).ToList();
            _bySpecialism[advisor.Specialism] = survey = fitting.Count == 1 ? fitting[0] : null;
        }

        return survey;
    }

    private static bool IsPart(string name, string specialism) =>
        name.Length >= 6 && (specialism.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(specialism, StringComparison.Ordinal));

    private static IEnumerable<string> Names(Survey survey) => [survey.Id.ToString(), survey.Name.De, survey.Name.En, .. survey.ImportNames];
}
