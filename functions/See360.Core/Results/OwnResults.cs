using See360.Core.Results.Statistics;

namespace See360.Core.Results;

/// <summary>An advisor's own page. Units: means in steps of the scale, NPS −100 to 100, shares 0–1.</summary>
/// <param name="From">First day of the window, in the institute's zone.</param>
/// <param name="To">Its last day.</param>
/// <param name="Answers">Answer sheets that are shown.</param>
/// <param name="ByInterviewer">Answer sheets in the window that an interviewer has entered: in none of the figures.</param>
/// <param name="Satisfaction">Mean of the CSAT question, 1–5.</param>
/// <param name="FcrUnknown">"Weiß nicht", which FCR leaves out.</param>
/// <param name="ResponseRate">Of the mails sent in the window, without those younger than 14 days.</param>
/// <param name="Delivered">Mails that the rate rests on.</param>
/// <param name="Strengths">Best factors first, at most three, each from five answers on and above the middle of the scale.</param>
/// <param name="Scale">Of the means.</param>
/// <param name="OtherScales">Surveys whose ratings are on another scale and so not in the means; they can be read one by one.</param>
/// <param name="Comments">Praise first, at most <see cref="CommentOrder.Most"/>.</param>
public sealed record OwnResults(
    ResultPerson Advisor,
    DateOnly From,
    DateOnly To,
    int Answers,
    int ByInterviewer,
    FreshAnswers Fresh,
    Figure Nps,
    Figure Csat,
    Figure Satisfaction,
    Figure Fcr,
    int FcrUnknown,
    Figure ResponseRate,
    int Delivered,
    IReadOnlyList<Strength> Strengths,
    ScoreScale Scale,
    IReadOnlyList<string> OtherScales,
    IReadOnlyList<ScoreLine> Factors,
    IReadOnlyList<ScoreLine> Fields,
    IReadOnlyList<CommentView> Comments,
    IReadOnlyList<OwnSurvey> Surveys);

/// <param name="Address">"Frau Berg".</param>
public sealed record ResultPerson(string UserName, string Name, string Address);

/// <param name="Since">Monday of this week.</param>
/// <param name="Count">Answers of surveys in personal mode; in confidential mode nobody is told when one came.</param>
public sealed record FreshAnswers(DateOnly Since, int Count);

/// <summary>A <see cref="Measure"/> on its way to a page.</summary>
/// <param name="Missing">Answers that are wanting before the figure is shown (confidential mode); 0: shown.</param>
public sealed record Figure(int N, double? Value, double? Margin, double? Low, double? High, int Missing)
{
    public static Figure Of(Measure measure, int missing = 0) =>
        new(measure.N, measure.Value, measure.Margin, measure.Low, measure.High, measure.N == 0 ? missing : 0);
}

public sealed record Strength(string Id, string Name, Figure Figure);

/// <summary>Customers' mean for one factor or field, beside the advisor's own view.</summary>
/// <param name="Personal">Whether a factor depends on the person; null for fields.</param>
/// <param name="Distribution">Answers by step, lowest first; empty if there are none.</param>
/// <param name="Self">The advisor's own mean over the same factor or field; null: not asked or not answered.</param>
/// <param name="Gap">Self − customers.</param>
public sealed record ScoreLine(
    string Id,
    string Name,
    bool? Personal,
    Figure Figure,
    IReadOnlyList<int> Distribution,
    int CannotJudge,
    double? Self,
    double? Gap,
    bool GapMarked);

/// <param name="Id">Stable, without meaning.</param>
/// <param name="On">Day of the answer; null in confidential mode.</param>
/// <param name="From">"Herr Hans Stengel"; null in confidential mode, and when the personal data have been deleted.</param>
public sealed record CommentView(string Id, string Text, string Question, DateOnly? On, string? From, int? Nps, string SurveyName, bool Praise);

/// <param name="Missing">Answers that are wanting before this survey is shown (confidential mode).</param>
/// <param name="SelfImageUrl">Where to answer it while <see cref="SelfImageState.Pending"/>.</param>
public sealed record OwnSurvey(
    string Id, string Name, int Answers, bool Confidential, int Missing, SelfImageState SelfImage, string? SelfImageUrl);

public enum SelfImageState
{
    NotAsked,

    /// <summary>Asked and not answered: nothing of the survey is shown.</summary>
    Pending,
    Answered,
}

/// <summary>An answer with the name of its content, for ETags.</summary>
/// <param name="Value">Null: the caller has this version already.</param>
public sealed record Tagged<T>(string Version, T? Value)
    where T : class;
