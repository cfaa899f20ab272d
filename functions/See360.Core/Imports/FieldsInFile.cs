using See360.Core.Imports.Judging;
using See360.Core.Participants;

namespace See360.Core.Imports;

/// <summary>What a row that was not accepted says in the columns that could not be understood, so that a person sees at
/// once what to correct: on one line, cut, without control characters. Null where the field was understood or is empty.</summary>
public sealed record FieldsInFile(string? CustomerNumber, string? Email, string? ConversationOn, string? Survey)
{
    private const int Longest = 120;

    public static FieldsInFile None { get; } = new(null, null, null, null);

    /// <param name="places">Which field of a record holds each of <see cref="ImportColumns"/>.</param>
    public static FieldsInFile Of(Participant row, IReadOnlyList<int> places)
    {
        return row.Raw is not { } raw ? None : new FieldsInFile(
            Unread(ImportColumns.CustomerNumber, row.CustomerNumber.Length > 0),
            Unread(ImportColumns.Email, row.Email.Length > 0),
            Unread(ImportColumns.ConversationOn, row.ConversationOn is not null),
            Unread(ImportColumns.Survey, row.Survey is not null));

        string? Unread(int column, bool isRead) =>
            !isRead && places[column] is var place && place >= 0 && place < raw.Count && FieldTexts.Shown(raw[place], Longest) is { Length: > 0 } shown
                ? shown
                : null;
    }
}
