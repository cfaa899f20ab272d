using See360.Core.Institutes;
using See360.Core.Surveys.Sets;
using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>What a new survey is to be.</summary>
/// <param name="Name">Null: the name of the set.</param>
/// <param name="ImportNames">What exports write in their column Umfrage for it; the survey's name and id count anyway.</param>
/// <param name="Rules">Null: the defaults.</param>
/// <param name="Off">Ids of questions of the set that this survey does not ask.</param>
/// <param name="Number">Null: the next free one.</param>
public sealed record NewSurvey(
    SurveyId Id,
    string SetId,
    LocalizedText? Name = null,
    IReadOnlyList<string>? ImportNames = null,
    SurveyKind Kind = SurveyKind.EventBased,
    SurveyRules? Rules = null,
    ConfidentialityMode Confidentiality = ConfidentialityMode.Personal,
    bool AsksSelfImage = true,
    IReadOnlyList<string>? Off = null,
    int? Number = null);

/// <summary>Makes a survey of a ready question set. It has a draft afterwards, and no version yet.</summary>
public sealed class CreateSurveyFromSet(SurveyRecords records)
{
    public const int MaxNumber = 9999;

    /// <exception cref="BadInput">The set is unknown, a name is missing, a rule is out of bounds.</exception>
    /// <exception cref="RuleBroken">The id, the number or an import name is taken.</exception>
    public async Task<Survey> CreateAsync(InstituteId institute, NewSurvey wanted, CancellationToken cancel = default)
    {
        var set = QuestionSets.Find(wanted.SetId) ?? throw new BadInput("setId", "set-unknown", new LocalizedText(
            "Dieses Fragenset gibt es nicht. Wählen Sie eines aus der Liste.", "There is no such question set. Choose one from the list."));
        var rules = wanted.Rules ?? new SurveyRules(WeeklyDose: wanted.Kind == SurveyKind.Strategic ? 50 : null);
        SurveyRuleChecks.Demand(wanted.Kind, rules);
        var name = CheckedName(wanted.Name ?? set.Name);
        var questions = QuestionSwitches.Without(set.Questions, CheckedOff(set, wanted.Off ?? []));
        string[] importNames = [.. (wanted.ImportNames ?? [name.De]).Select(n => n.Trim()).Where(n => SurveyNames.Key(n).Length > 0).DistinctBy(SurveyNames.Key)];

        var others = await records.AllAsync(institute, cancel);
        RefuseTaken(others, wanted.Id, importNames);
        var number = await ClaimNumberAsync(institute, wanted, others, cancel);
        var draft = new SurveyDraft(wanted.Id, set.RatingScale, set.Introduction, set.Thanks, questions);
        await records.Drafts.UpdateAsync(SurveyRecords.Partition(institute), SurveyDraft.Row(number), _ => draft, cancel);

        // The survey comes last: what a crash leaves before it is seen by nobody, and taken up by the next try.
        var survey = new Survey(
            wanted.Id, number, wanted.Kind, name, importNames, Version: 0, rules, wanted.Confidentiality, wanted.AsksSelfImage, set.Id);
        return await records.Surveys.InsertAsync(SurveyRecords.Partition(institute), wanted.Id.ToString(), survey, cancel)
            ? survey
            : throw IdTaken();
    }

    private static LocalizedText CheckedName(LocalizedText name) => name.IsComplete ? name : throw new BadInput("name", "name-missing", new LocalizedText(
        "Bitte geben Sie der Umfrage einen Namen auf Deutsch und Englisch.", "Please give the survey a name in German and English."));

    private static HashSet<string> CheckedOff(QuestionSet set, IReadOnlyList<string> off) =>
        off.All(id => set.Questions.Any(q => q.Id == id)) ? [.. off] : throw new BadInput("off", "question-unknown", new LocalizedText(
            "Eine der ausgeschalteten Fragen gehört nicht zu diesem Fragenset. Laden Sie die Liste der Fragen neu.",
            "One of the questions switched off is not part of this set. Reload the list of questions."));

    private static void RefuseTaken(List<Survey> others, SurveyId id, string[] importNames)
    {
        if (others.Any(s => s.Id == id))
        {
            throw IdTaken();
        }

        if (importNames.Any(name => SurveyNames.Find(others, name) is not null))
        {
            throw new RuleBroken("import-name-taken", new LocalizedText(
                "Eine andere Umfrage hat schon einen dieser Importnamen. Wählen Sie andere, damit jede Zeile eindeutig zugeordnet werden kann.",
                "Another survey already has one of these import names. Choose others, so that every row belongs to one survey."));
        }
    }

    /// <summary>A number stands in tokens, so it is claimed by an insert that only one creation can win.</summary>
    private async Task<int> ClaimNumberAsync(InstituteId institute, NewSurvey wanted, List<Survey> others, CancellationToken cancel)
    {
        var partition = SurveyRecords.Partition(institute);
        for (var number = wanted.Number ?? (others.Count == 0 ? 1 : others.Max(s => s.Number) + 1); number is >= 1 and <= MaxNumber; number++)
        {
            var row = SurveyDraft.Row(number);
            if (await records.Numbers.InsertAsync(partition, row, new SurveyNumber(wanted.Id), cancel)
                || (await records.Numbers.ReadAsync(partition, row, cancel))?.Value.Survey == wanted.Id)
            {
                return number;
            }

            if (wanted.Number is not null)
            {
                break;
            }
        }

        throw new RuleBroken("number-taken", new LocalizedText(
            "Diese Umfragenummer ist vergeben. Wählen Sie eine andere Nummer von 1 bis 9999.",
            "This survey number is taken. Choose another one from 1 to 9999."));
    }

    private static RuleBroken IdTaken() => new("survey-id-taken", new LocalizedText(
        "Es gibt schon eine Umfrage mit dieser Kennung. Wählen Sie eine andere.", "There is already a survey with this id. Choose another one."));
}
