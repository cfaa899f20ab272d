using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Responses;

/// <summary>
/// One answer sheet, from the first saved answer on. Partition: <c>institute|cycle</c>, so that a closed cycle's
/// partition never changes again; row: participant.
/// </summary>
/// <param name="Version">The survey version that it is given to; fixed when it is started.</param>
/// <param name="Answers">By question id. Only answers to questions on the journey are kept on completion.</param>
/// <param name="Revision">1, 2, …; a device names the one it has seen, so that two devices lose nothing silently.</param>
/// <param name="CompletedAt">First completion; null while it is a draft. Answers can change until the token expires.</param>
/// <param name="Callback">That a call was asked for; the wish itself: <see cref="Callbacks.Callback"/>.</param>
/// <param name="AnswerRevisions">By question id: the revision in which the answer was last changed or taken back.
/// What <see cref="AnswerMerge"/> decides by.</param>
/// <param name="Draft">Changes after completion that have not been sent yet; <paramref name="Answers"/> stay what
/// counts until they are.</param>
/// <param name="ByInterviewer">True: entered by a telephone agent; results show it apart.</param>
public sealed record Response(
    ParticipantId Participant,
    ParticipantKind Kind,
    CycleId Cycle,
    int Version,
    Language Language,
    string Advisor,
    string Unit,
    string Segment,
    string Channel,
    IReadOnlyDictionary<string, Answer> Answers,
    int Revision,
    DateTimeOffset StartedAt,
    DateTimeOffset SavedAt,
    DateTimeOffset? CompletedAt = null,
    CallbackRequest? Callback = null,
    IReadOnlyDictionary<string, int>? AnswerRevisions = null,
    IReadOnlyDictionary<string, Answer>? Draft = null,
    bool? ByInterviewer = null);

/// <summary>The answer to one question: exactly one of the forms.</summary>
/// <param name="Score">Rating, NPS, CSAT; of a level question the present level (1–7).</param>
/// <param name="Desired">Of a level question: the wanted level (1–7).</param>
/// <param name="Choices">Ids of the chosen choices: one for single choice, yes/no and FCR.</param>
/// <param name="CannotJudge">*kann ich nicht beurteilen*.</param>
public sealed record Answer(int? Score = null, int? Desired = null, IReadOnlyList<string>? Choices = null, string? Text = null, bool? CannotJudge = null);

public sealed record CallbackRequest(DateTimeOffset At);

/// <summary>That somebody has looked at the survey, told by the page's own POST (a GET changes nothing) upon the
/// first touch, so that link scanners do not count. Partition and row as <see cref="Response"/>.</summary>
public sealed record Opening(ParticipantId Participant, DateTimeOffset At);

/// <summary>That a customer has objected through the link of a cycle; the cycle's funnel counts it as declined. What
/// stops mails is <see cref="Contacts.Contact.ObjectedAt"/>. Partition and row as <see cref="Response"/>.</summary>
public sealed record Objection(ParticipantId Participant, DateTimeOffset At);

public sealed class ResponseRecords(IRecordStore store)
{
    /// <summary>Partition: <c>institute|cycle</c>; row: participant.</summary>
    public Table<Response> Responses { get; } = new(store, "responses");

    /// <summary>Partition: <c>institute|cycle</c>; row: participant.</summary>
    public Table<Opening> Openings { get; } = new(store, "openings");

    /// <summary>Partition: <c>institute|cycle</c>; row: participant.</summary>
    public Table<Objection> Objections { get; } = new(store, "objections");

    public static string Partition(InstituteId institute, CycleId cycle) => $"{institute}|{cycle}";

    /// <summary>Test answers lie in a partition of their own (<c>institute|cycle|test</c>): no evaluation reads it, and
    /// it can be purged whole.</summary>
    public static string Partition(InstituteId institute, CycleId cycle, ParticipantKind kind) =>
        kind == ParticipantKind.Test ? $"{institute}|{cycle}|test" : Partition(institute, cycle);
}
