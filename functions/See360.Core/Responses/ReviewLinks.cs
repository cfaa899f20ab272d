using See360.Core.Institutes;
using See360.Core.Surveys;

namespace See360.Core.Responses;

/// <summary>Which review portals the thank-you page names.</summary>
public static class ReviewLinks
{
    private const int LowestPromoterScore = 9;

    /// <summary>Everybody sees the same links in the same order, apart from portals that the institute has restricted
    /// to promoters (NPS 9–10). A Google link can't be restricted, whatever the record says: Google's review policy
    /// forbids to ask only the satisfied.</summary>
    public static IReadOnlyList<ReviewLink> For(IReadOnlyList<ReviewLink> links, SurveyVersion version, IReadOnlyDictionary<string, Answer> answers)
    {
        var nps = version.Questions
            .Where(q => q.Kind == QuestionKind.Nps)
            .Select(q => answers.GetValueOrDefault(q.Id)?.Score)
            .FirstOrDefault(score => score is not null);
        return [.. links.Where(link => IsSafe(link.Url) && (!link.PromotersOnly || IsGoogle(link) || nps >= LowestPromoterScore))];
    }

    /// <summary>Only https addresses become links.</summary>
    public static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    internal static bool IsGoogle(ReviewLink link) =>
        link.Portal.Contains("google", StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(link.Url, UriKind.Absolute, out var uri)
            && uri.Host.Split('.').Any(part => part is "google" or "goo" or "g"));
}
