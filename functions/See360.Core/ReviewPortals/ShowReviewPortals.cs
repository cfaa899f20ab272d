using See360.Core.Decisions;
using See360.Core.Institutes;
using See360.Core.Responses;

namespace See360.Core.ReviewPortals;

/// <param name="IsGoogle">Shown to everybody, whatever the record says.</param>
public sealed record ReviewPortal(ReviewLink Link, bool IsGoogle);

/// <param name="History">Newest first.</param>
public sealed record ReviewPortalStatus(IReadOnlyList<ReviewPortal> Portals, IReadOnlyList<ReviewLinksDecision> History);

/// <summary>The review links as they are, and who has decided so.</summary>
public sealed class ShowReviewPortals(InstituteRecords institutes, ReviewPortalRecords records)
{
    private const int Shown = 100;

    public async Task<ReviewPortalStatus> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var history = await new DecisionLog<ReviewLinksDecision>(records.Decisions)
            .ReadAsync(ReviewPortalRecords.Partition(institute), bank.ReviewLinksDecided, Shown, cancel);
        return new ReviewPortalStatus([.. bank.ReviewLinks.Select(link => new ReviewPortal(link, ReviewLinks.IsGoogle(link)))], history);
    }
}
