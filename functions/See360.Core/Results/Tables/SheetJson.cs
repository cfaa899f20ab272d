using System.Text.Json;
using See360.Core.Participants;
using See360.Core.Results.Facts;

namespace See360.Core.Results.Tables;

/// <summary>
/// Reads the body of an answer sheet's record straight into codes, because making a <see cref="Responses.Response"/> of it costs several times as much.
/// Whatever looks otherwise than the product writes it is left to that slow way; a test compares the two.
/// </summary>
internal ref struct SheetJson(ReadOnlySpan<byte> body, FactNames names)
{
    private readonly ReadOnlySpan<byte> _body = body;
    private readonly FactNames _names = names;
    private ReadOnlySpan<byte> _answers;

    public int Version { get; private set; }

    public ParticipantKind Kind { get; private set; }

    public bool Completed { get; private set; }

    private ushort Advisor { get; set; }

    private ushort Unit { get; set; }

    private ushort Segment { get; set; }

    private ushort Channel { get; set; }

    private DateTimeOffset CompletedAt { get; set; }

    private bool ByInterviewer { get; set; }

    /// <returns>False: it is for the slow way.</returns>
    public bool TryReadHead()
    {
        try
        {
            var reader = new Utf8JsonReader(_body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!TryReadProperty(ref reader))
                {
                    return false;
                }
            }

            return Version > 0 && !_answers.IsEmpty;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <param name="week">Of the cycle.</param>
    /// <param name="codes">By column; filled.</param>
    /// <param name="texts">By question in words; filled.</param>
    /// <returns>Null: it is for the slow way.</returns>
    public readonly FactBlockBuilder.Sheet? Read(SheetPlan plan, ushort week, ulong participant, byte[] codes, string?[] texts)
    {
        try
        {
            var answers = new Utf8JsonReader(_answers);
            answers.Read();
            var next = 0;
            while (answers.Read() && answers.TokenType == JsonTokenType.PropertyName)
            {
                var question = plan.Find(ref answers, ref next);
                answers.Read();
                if (question is null)
                {
                    answers.Skip();
                }
                else if (!AnswerJson.TryRead(ref answers, question, codes, texts))
                {
                    return null;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        var marks = (Kind == ParticipantKind.SelfImage ? SheetMarks.SelfImage : 0) | (ByInterviewer ? SheetMarks.Interviewer : 0);
        return new FactBlockBuilder.Sheet(Advisor, Unit, Segment, Channel, week, marks, FactTime.Of(CompletedAt), participant, codes);
    }

    private bool TryReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("answers"u8))
        {
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            _answers = _body[from..(int)reader.BytesConsumed];
            return reader.TokenType == JsonTokenType.EndObject;
        }

        if (reader.ValueTextEquals("version"u8))
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version) && (Version = version) > 0;
        }

        if (reader.ValueTextEquals("completedAt"u8))
        {
            Completed = reader.Read() && reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var at) && (CompletedAt = at) == at;
            return Completed;
        }

        if (reader.ValueTextEquals("byInterviewer"u8))
        {
            ByInterviewer = reader.Read() && reader.TokenType == JsonTokenType.True;
            return ByInterviewer || reader.TokenType == JsonTokenType.False;
        }

        return TryReadText(ref reader);
    }

    private bool TryReadText(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("kind"u8))
        {
            var kind = reader.Read() && reader.TokenType == JsonTokenType.String ? Kinds(ref reader) : null;
            Kind = kind ?? default;
            return kind is not null;
        }

        var codes = reader.ValueTextEquals("advisor"u8) ? _names.Advisors
            : reader.ValueTextEquals("unit"u8) ? _names.Units
            : reader.ValueTextEquals("segment"u8) ? _names.Segments
            : reader.ValueTextEquals("channel"u8) ? _names.Channels : null;
        reader.Read();
        if (codes is null)
        {
            reader.Skip();
            return true;
        }

        return reader.TokenType == JsonTokenType.String && TryCode(ref reader, codes);
    }

    private bool TryCode(ref Utf8JsonReader reader, TextCodes codes)
    {
        Span<char> text = stackalloc char[256];
        if (reader.ValueSpan.Length > text.Length)
        {
            return false;
        }

        var code = codes.Of(text[..reader.CopyString(text)]);
        (Advisor, Unit, Segment, Channel) = codes == _names.Advisors ? (code, Unit, Segment, Channel)
            : codes == _names.Units ? (Advisor, code, Segment, Channel)
            : codes == _names.Segments ? (Advisor, Unit, code, Channel) : (Advisor, Unit, Segment, code);
        return true;
    }

    private static ParticipantKind? Kinds(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("customer"u8) ? ParticipantKind.Customer
        : reader.ValueTextEquals("selfImage"u8) ? ParticipantKind.SelfImage
        : reader.ValueTextEquals("test"u8) ? ParticipantKind.Test : null;
}
