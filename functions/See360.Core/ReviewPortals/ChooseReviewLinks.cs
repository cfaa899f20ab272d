using See360.Core.Decisions;
using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.ReviewPortals;

/// <summary>Decides which portals the thank-you page names. *Nur Promotoren* takes a warning that was accepted; Google's
/// link can't be restricted at all (adr/0005).</summary>
public sealed class ChooseReviewLinks(InstituteRecords institutes, ReviewPortalRecords records, TimeProvider clock)
{
    /// <param name="warningAccepted">That <see cref="ReviewPortalTexts.Warning"/> was shown and accepted.</param>
    /// <param name="seen">Number of the latest decision that the person has seen; 0: none.</param>
    /// <exception cref="BadInput">A link cannot be.</exception>
    /// <exception cref="RuleBroken">The warning was not accepted, or somebody else has decided in between.</exception>
    public async Task RunAsync(
        InstituteId institute, IReadOnlyList<NewReviewLink?> wanted, bool warningAccepted, string by, int seen, CancellationToken cancel = default)
    {
        var links = ReviewLinkChecks.Demand(wanted);
        var log = new DecisionLog<ReviewLinksDecision>(records.Decisions);
        while (true)
        {
            var read = await institutes.Institutes.ReadAsync(InstituteRecords.Partition, institute.ToString(), cancel)
                ?? throw new InvalidOperationException("The institute is gone.");
            var (bank, latest) = (read.Value, read.Value.ReviewLinksDecided);
            if (seen != (latest?.Number ?? 0))
            {
                throw new RuleBroken("review-links-changed", new LocalizedText(
                    "Die Portale wurden inzwischen geändert. Bitte laden Sie die Seite neu und prüfen Sie den Stand.",
                    "The portals have been changed meanwhile. Please reload the page and check."));
            }

            if (bank.ReviewLinks.SequenceEqual(links))
            {
                return;
            }

            var restricted = NewlyRestricted(bank.ReviewLinks, links);
            if (restricted && !warningAccepted)
            {
                throw new RuleBroken("warning-not-accepted", new LocalizedText(
                    "Bitte lesen Sie den Hinweis zu „nur Promotoren“ und bestätigen Sie ihn, bevor Sie speichern.",
                    "Please read the warning about \"promoters only\" and accept it before you save."));
            }

            if (latest is not null)
            {
                await log.KeepAsync(ReviewPortalRecords.Partition(institute), latest, cancel);
            }

            var decision = new ReviewLinksDecision((latest?.Number ?? 0) + 1, by, clock.GetUtcNow(), links, restricted);
            if (await institutes.Institutes.ReplaceAsync(
                InstituteRecords.Partition, read, bank with { ReviewLinks = links, ReviewLinksDecided = decision }, cancel))
            {
                return;
            }
        }
    }

    /// <summary>True if a portal becomes restricted, or a restricted one leads elsewhere.</summary>
    private static bool NewlyRestricted(IReadOnlyList<ReviewLink> before, IReadOnlyList<ReviewLink> after) =>
        after.Any(link => link.PromotersOnly && !before.Any(b => b.PromotersOnly && b.Portal == link.Portal && b.Url == link.Url));
}
