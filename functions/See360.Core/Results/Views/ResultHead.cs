namespace See360.Core.Results.Views;

/// <summary>What every view begins with: what is seen.</summary>
/// <param name="Title">Whose results: the institute, a unit or a person.</param>
/// <param name="Sheets">Customers' answer sheets.</param>
/// <param name="ByInterviewer">Sheets that an interviewer has entered: in none of the figures.</param>
/// <param name="Scale">Of the means: the one that most ratings are on.</param>
/// <param name="OtherScales">Names of surveys with ratings on another scale: not in the means.</param>
/// <param name="Withheld">Confidential surveys of which something is not shown yet.</param>
/// <param name="Confidential">A confidential survey is looked at.</param>
/// <param name="Notes">Finished sentences.</param>
public sealed record ResultHead(
    HeadSlice Slice,
    string Title,
    int Sheets,
    int ByInterviewer,
    ScoreScale Scale,
    IReadOnlyList<string> OtherScales,
    IReadOnlyList<WithheldView> Withheld,
    bool Confidential,
    IReadOnlyList<string> Notes,
    HeadCompare? Compare);

/// <param name="Surveys">Empty: all.</param>
/// <param name="Segment">As the bank writes it.</param>
public sealed record HeadSlice(
    IReadOnlyList<NamedId> Surveys,
    HeadPeriod Period,
    NamedUnit? Unit,
    NamedAdvisor? Advisor,
    string? Segment,
    string? Channel,
    NamedId? Field,
    NamedId? Factor,
    int? Version,
    string? Compare);

public sealed record NamedId(string Id, string Name);

public sealed record NamedUnit(string Number, string Name);

public sealed record NamedAdvisor(string UserName, string Name);

/// <param name="To">Included.</param>
public sealed record HeadPeriod(string Token, DateOnly From, DateOnly To);

/// <param name="Missing">Final answers that are wanting before the first are shown.</param>
public sealed record WithheldView(NamedId Survey, int Missing);

/// <param name="Label">"Zeitraum davor".</param>
/// <param name="Title">Whose results.</param>
public sealed record HeadCompare(string Token, string Label, DateOnly From, DateOnly To, string Title, int Sheets);
