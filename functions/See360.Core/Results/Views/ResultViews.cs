namespace See360.Core.Results.Views;

/// <summary>All views there are.</summary>
public static class ResultViews
{
    private const int PraiseShown = 3;

    public static ResultView<ChoicesView> Choices { get; } = new("choices", Views.Choices.Of);

    public static ResultView<OverviewView> Overview { get; } = new("overview", async (sliced, comments, cancel) =>
    {
        var praise = (await comments.SelectAsync(sliced, cancel)).TakeWhile(c => c.IsPraise).Take(PraiseShown).ToList();
        return Views.Overview.Of(sliced, await comments.ViewAsync(sliced, praise, CommentIds.Of(praise), cancel));
    });

    public static ResultView<GridView> Grid { get; } = new("grid", Views.Grid.Of);
}
