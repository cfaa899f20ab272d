using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Results.Facts;

/// <summary>The one door to results: pages, exports, mails and the API read nothing else.</summary>
public interface IResultTables
{
    /// <summary>The institute's results as they are now: an answer that this process has completed before is in them; one that another
    /// process has completed follows within a second or two.</summary>
    Task<ResultTable> ReadAsync(InstituteId institute, CancellationToken cancel = default);

    /// <summary>Comments to the surveys of a table, read when they are asked for: texts are large, and few pages want them.</summary>
    Task<IReadOnlyList<TableComment>> CommentsAsync(InstituteId institute, ResultTable table, CancellationToken cancel = default);
}

/// <summary>Everything that may be shown of an institute's answers at one moment; never changes.</summary>
/// <param name="Version">The same text if and only if nothing has changed, in every process alike: good for an ETag.</param>
/// <param name="Facts">Answer sheets of surveys in personal mode, self-images, and of confidential surveys the released batches alone.</param>
/// <param name="Cycles">Oldest week first.</param>
/// <param name="Asks">Self-images asked for in cycles that are still open.</param>
/// <param name="Withheld">Of each confidential survey of which something is not shown yet, and nothing else is.</param>
public sealed record ResultTable(
    string Version,
    FactTable Facts,
    IReadOnlyList<Survey> Surveys,
    IReadOnlyList<CycleState> Cycles,
    IReadOnlyList<SelfImageAsk> Asks,
    IReadOnlyList<WithheldSurvey> Withheld);

/// <param name="Missing">Final answers that are wanting before anybody sees something of it; 0: somebody does.</param>
/// <param name="ByAdvisor">The same for each advisor who has final answers, as far as he sees nothing; by user name.</param>
public sealed record WithheldSurvey(SurveyId Survey, int Missing, IReadOnlyDictionary<string, int> ByAdvisor);

/// <summary>A comment that may be shown. In confidential mode it belongs to a batch: <paramref name="Minutes"/> is that of the batch,
/// <paramref name="Segment"/> and <paramref name="Channel"/> are empty, and <paramref name="Giver"/> and <paramref name="Nps"/> are null.</summary>
/// <param name="Advisor">Empty: belongs to a unit or to the institute alone.</param>
/// <param name="Minutes">Completed: <see cref="FactTime.Of(DateTimeOffset)"/>.</param>
/// <param name="Nps">What the same customer answered to the NPS question.</param>
/// <param name="Marks">As the sheet's.</param>
public sealed record TableComment(
    SurveyId Survey,
    int Version,
    Question Question,
    string Text,
    string Advisor,
    string Unit,
    string Segment,
    string Channel,
    int Minutes,
    SheetMarks Marks,
    ParticipantId? Giver = null,
    int? Nps = null);
