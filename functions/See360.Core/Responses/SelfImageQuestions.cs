using See360.Core.Surveys;

namespace See360.Core.Responses;

/// <summary>The questions of a version as the advisor is asked them about himself.</summary>
public static class SelfImageQuestions
{
    /// <summary>Questions without a self text are left out; a jump to one that is left out leads to the next that is
    /// there, so the journey stays a journey forward.</summary>
    public static SurveyVersion Of(SurveyVersion version)
    {
        var landing = new Dictionary<string, string>();
        var target = Branch.End;
        foreach (var question in version.Questions.Reverse())
        {
            target = question.SelfText is null ? target : question.Id;
            landing[question.Id] = target;
        }

        return version with
        {
            Questions =
            [
                .. version.Questions.Where(q => q.SelfText is not null).Select(q => q with
                {
                    Text = q.SelfText!,
                    Branches = q.Branches is null
                        ? null
                        : [.. q.Branches.Select(b => b with { GoTo = landing.GetValueOrDefault(b.GoTo, Branch.End) })],
                }),
            ],
        };
    }
}
