using See360.Core.Results.Slices;
using See360.Core.Results.Views;

namespace See360.Core.Results.Exports;

/// <summary>Everything that documents show of a slice: what the pages show, computed by the same views of the same moment.</summary>
/// <param name="Comments">Praise.</param>
/// <param name="AllComments">In the order of the page.</param>
internal sealed record ResultReport(
    Sliced Sliced,
    OverviewView Overview,
    GridView Grid,
    OrganisationView Organisation,
    QuestionsView Questions,
    TrendView Trend,
    LoyaltyView Loyalty,
    SelfImageView SelfImage,
    SliceReturnView Return,
    ManagementView Management,
    MaturityView Maturity,
    CommentsView Comments,
    IReadOnlyList<SelectedComment> AllComments)
{
    public static ResultView<ResultReport> View { get; } = new("export", async (sliced, comments, cancel) =>
    {
        return new ResultReport(
            sliced,
            await Of(ResultViews.Overview),
            await Of(ResultViews.Grid),
            await Of(ResultViews.Organisation),
            await Of(ResultViews.Questions),
            await Of(ResultViews.Trend(TrendStep.Month)),
            await Of(ResultViews.Loyalty),
            await Of(ResultViews.SelfImage),
            await Of(ResultViews.Return),
            await Of(ResultViews.Management),
            await Of(ResultViews.Maturity),
            await Of(ResultViews.Comments(new CommentQuery(Topic: Views.Comments.Praise))),
            await comments.SelectAsync(sliced, cancel));

        Task<T> Of<T>(ResultView<T> view)
            where T : class => view.Compute(sliced, comments, cancel);
    });
}
