using See360.Core.Organisation;
using See360.Core.Surveys;
using See360.Core.Surveys.Sets;
using See360.Core.Texts;

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
            var fitting = Fitting(advisor.Specialism);
            _bySpecialism[advisor.Specialism] = survey = fitting.Count == 1 ? fitting[0] : null;
        }

        return survey;
    }

    /// <summary>False if a Fachbereich decides nothing: rows of such advisors need a survey's name. True where there is
    /// no choice to make.</summary>
    public bool Knows(string specialism) => _eventBased.Count < 2 || specialism.Length == 0 || Fitting(specialism).Count > 0;

    /// <summary>The Fachbereiche that fit a survey, to be shown: as the question sets call them.</summary>
    public IReadOnlyList<LocalizedText> Specialisms() =>
        [.. _eventBased.OrderBy(s => s.Number).Select(s => QuestionSets.Find(s.SetId)?.Name ?? s.Name).DistinctBy(name => name.De)];

    private List<Survey> Fitting(string specialism)
    {
        var key = SurveyNames.Key(specialism);
        return [.. _eventBased.Where(s => Names(s).Select(SurveyNames.Key).Any(n => BeginsAlike(n, key)))];
    }

    private static bool BeginsAlike(string name, string specialism) =>
        name.Length >= 6 && (specialism.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(specialism, StringComparison.Ordinal));

    private static IEnumerable<string> Names(Survey survey) =>
        [survey.Id.ToString(), survey.SetId, survey.Name.De, survey.Name.En, .. survey.ImportNames, .. QuestionSets.Find(survey.SetId)?.Name.De.Split('/') ?? []];
}
