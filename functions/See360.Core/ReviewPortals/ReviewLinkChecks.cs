using See360.Core.Institutes;
using See360.Core.Responses;
using See360.Core.Texts;

namespace See360.Core.ReviewPortals;

/// <summary>A review link as it is typed.</summary>
public sealed record NewReviewLink(string? Portal, string? Url, string? LabelDe, string? LabelEn, bool PromotersOnly);

/// <summary>What may become a link on the thank-you page.</summary>
public static class ReviewLinkChecks
{
    public const int MostLinks = 8;
    public const int LongestName = 60;
    public const int LongestUrl = 500;

    /// <exception cref="BadInput">The first link that cannot be; the field says which.</exception>
    public static IReadOnlyList<ReviewLink> Demand(IReadOnlyList<NewReviewLink?> wanted)
    {
        if (wanted.Count > MostLinks)
        {
            throw Bad("links", "too-many",
                $"Mehr als {MostLinks} Portale liest niemand. Bitte entfernen Sie einige.", $"Nobody reads more than {MostLinks} portals. Please remove some.");
        }

        var links = wanted.Select(Link).ToList();
        for (var i = 0; i < links.Count; i++)
        {
            if (links.Take(i).Any(other => other.Url == links[i].Url || string.Equals(other.Portal, links[i].Portal, StringComparison.OrdinalIgnoreCase)))
            {
                throw Bad($"links[{i}].portal", "portal-twice",
                    "Dieses Portal steht schon in der Liste. Bitte entfernen Sie es einmal.", "This portal is in the list already. Please remove it once.");
            }
        }

        return links;
    }

    private static ReviewLink Link(NewReviewLink? wanted, int index)
    {
        wanted ??= new NewReviewLink(null, null, null, null, false);
        var portal = PlainText.RequiredLine($"links[{index}].portal", wanted.Portal, LongestName);
        var link = new ReviewLink(
            portal,
            Address($"links[{index}].url", PlainText.RequiredLine($"links[{index}].url", wanted.Url, LongestUrl)),
            new LocalizedText(
                PlainText.RequiredLine($"links[{index}].labelDe", wanted.LabelDe, LongestName),
                PlainText.RequiredLine($"links[{index}].labelEn", wanted.LabelEn, LongestName)),
            wanted.PromotersOnly);
        return link.PromotersOnly && ReviewLinks.IsGoogle(link)
            ? throw new BadInput($"links[{index}].promotersOnly", "google-for-everybody", ReviewPortalTexts.Google)
            : link;
    }

    /// <summary>With the host as it is asked for, so that a name in foreign letters cannot pass for another.</summary>
    private static string Address(string field, string text)
    {
        if (!ReviewLinks.IsSafe(text) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || !uri.IdnHost.Contains('.'))
        {
            throw Bad(field, "address-invalid",
                "Bitte geben Sie die vollständige Adresse an; sie beginnt mit https://.", "Please give the complete address; it begins with https://.");
        }

        return new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
    }

    private static BadInput Bad(string field, string code, string de, string en) => new(field, code, new LocalizedText(de, en));
}
