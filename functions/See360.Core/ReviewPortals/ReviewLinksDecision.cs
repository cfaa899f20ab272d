using See360.Core.Decisions;
using See360.Core.Institutes;

namespace See360.Core.ReviewPortals;

/// <summary>Which review portals (*Bewertungsportale*) the thank-you page names, and to whom.</summary>
/// <param name="WarningAccepted">True if the warning about *nur Promotoren* was shown and accepted for this decision.</param>
public sealed record ReviewLinksDecision(
    int Number, string By, DateTimeOffset At, IReadOnlyList<ReviewLink> Links, bool WarningAccepted) : IDecision;
