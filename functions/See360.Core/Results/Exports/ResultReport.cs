using See360.Core.Results.Slices;
using See360.Core.Results.Views;

namespace See360.Core.Results.Exports;

/// <summary>Everything that documents show of a slice: what the pages show, computed by the same views of the same moment.</summary>
internal sealed record ResultReport(Sliced Sliced, OverviewView Overview, GridView Grid)
{
    public static ResultView<ResultReport> View { get; } = new("export", async (sliced, comments, cancel) => new ResultReport(
        sliced,
        await ResultViews.Overview.Compute(sliced, comments, cancel),
        await ResultViews.Grid.Compute(sliced, comments, cancel)));

}
