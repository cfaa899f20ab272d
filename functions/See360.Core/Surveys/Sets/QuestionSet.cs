using See360.Core.Texts;

namespace See360.Core.Surveys.Sets;

/// <summary>A ready questionnaire (*Fragenset*) that surveys are made from. Its texts fit conversations with and
/// without an occasion.</summary>
/// <param name="Id">Stable; stands in <see cref="Survey.SetId"/>.</param>
/// <param name="Name">Whom or what it asks about.</param>
/// <param name="Purpose">For the bank's people: when to choose it.</param>
public sealed record QuestionSet(
    string Id,
    LocalizedText Name,
    LocalizedText Purpose,
    RatingScale RatingScale,
    LocalizedText Introduction,
    LocalizedText Thanks,
    IReadOnlyList<Question> Questions);
