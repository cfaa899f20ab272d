using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Responses;

/// <summary>Where the page begins.</summary>
public enum SheetState
{
    Open,
    NotOpen,

    /// <summary>Over, without a completed answer.</summary>
    Expired,

    /// <summary>Over, with a completed answer.</summary>
    Final,
    Objected,
}

/// <summary>Everything that the survey page shows. Says nothing of the person but what they answered: who opens the
/// link learns no name, number or address.</summary>
/// <param name="Language">The one last used on the page, else the one that the bank has named.</param>
/// <param name="WhoSees">Who will see the answer.</param>
/// <param name="Advisor">Null if nobody is named.</param>
/// <param name="Questions">Null unless open.</param>
/// <param name="ExpiresAt">Until when answers can be changed, with the offset of the institute's time zone: a page can show the bank's
/// clock without knowing time zones.</param>
public sealed record SurveySheet(
    SheetState State,
    ParticipantKind Kind,
    Language Language,
    SheetInstitute Institute,
    SheetAdvisor? Advisor,
    DateOnly? ConversationOn,
    LocalizedText? WhoSees,
    bool IsConfidential,
    SurveyVersion? Questions,
    SheetAnswers? Answers,
    DateTimeOffset? ExpiresAt,
    IReadOnlyList<PageLink> PageLinks);

public sealed record SheetInstitute(
    string Name, string AccentColour, Imprint Imprint, LocalizedText PrivacyNotice, int PrivacyNoticeVersion, bool IsDemonstration);

/// <param name="Address">"Frau Berg".</param>
/// <param name="HasPhoto">Only with the advisor's consent.</param>
public sealed record SheetAdvisor(string Name, LocalizedText Address, bool HasPhoto);

/// <summary>What is stored of the answers.</summary>
/// <param name="Version">The survey version that they belong to.</param>
/// <param name="HasUnsentChanges">Changed after completion and not sent again yet.</param>
/// <param name="ReviewLinks">Only once completed.</param>
public sealed record SheetAnswers(
    int Revision,
    int Version,
    IReadOnlyDictionary<string, Answer> Answers,
    DateTimeOffset? CompletedAt,
    bool HasUnsentChanges,
    bool CallbackRequested,
    IReadOnlyList<ReviewLink> ReviewLinks)
{
    internal static SheetAnswers Of(Response response, SurveyVersion version, Institute institute) => new(
        response.Revision,
        response.Version,
        response.Draft ?? response.Answers,
        response.CompletedAt,
        response.Draft is not null,
        response.Callback is not null,
        response.CompletedAt is null || response.Kind == ParticipantKind.SelfImage
            ? []
            : Responses.ReviewLinks.For(institute.ReviewLinks, version, response.Answers));
}
