namespace See360.Core.Results.Views;

/// <summary>All views there are.</summary>
public static class ResultViews
{
    private const int PraiseShown = 3;

    public static ResultView<ChoicesView> Choices { get; } = new("choices", Views.Choices.Of);

    public static ResultView<OverviewView> Overview { get; } = new(
        "overview", async (sliced, comments, cancel) => Views.Overview.Of(sliced, await comments.PraiseAsync(sliced, PraiseShown, cancel)));

    public static ResultView<GridView> Grid { get; } = new("grid", Views.Grid.Of);

    public static ResultView<OrganisationView> Organisation { get; } = new("organisation", OrganisationRows.Of);

    public static ResultView<QuestionsView> Questions { get; } = new("questions", Views.Questions.Of);

    public static ResultView<SelfImageView> SelfImage { get; } = new("selfImage", SelfImages.Of);

    public static ResultView<SliceReturnView> Return { get; } = new("return", SliceReturn.Of);

    public static ResultView<LoyaltyView> Loyalty { get; } = new("loyalty", Views.Loyalty.Of);

    public static ResultView<ManagementView> Management { get; } = new("management", Views.Management.Of);

    public static ResultView<MaturityView> Maturity { get; } = new("maturity", Views.Maturity.Of);

    public static ResultView<TrendView> Trend(TrendStep step) => new($"trend {step}", sliced => Views.Trend.Of(sliced, step));

    public static ResultView<CommentsView> Comments(CommentQuery query) => new(
        $"comments {query.Score} {query.Topic}\n{query.After}\n{query.Words}", (sliced, comments, cancel) => Views.Comments.OfAsync(sliced, comments, query, cancel));
}
