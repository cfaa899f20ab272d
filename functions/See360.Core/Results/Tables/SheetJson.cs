using System.Text.Json;
using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Core.Results.Tables;

/// <summary>
/// Reads the body of an answer sheet's record straight into codes, because making a <see cref="Responses.Response"/> of it costs several times as much.
/// Whatever looks otherwise than the product writes it is left to that slow way; a test compares the two.
/// </summary>
internal ref struct SheetJson(ReadOnlySpan<byte> body, SurveyId survey, SheetPlans plans, FactNames names)
{
    private readonly ReadOnlySpan<byte> _body = body;
    private readonly SurveyId _survey = survey;
    private readonly SheetPlans _plans = plans;
    private readonly FactNames _names = names;
    private ReadOnlySpan<byte> _answers;
    private int _version;

    /// <summary>Of the version that the sheet is given to.</summary>
    public SheetPlan? Plan { get; private set; }

    /// <summary>By column.</summary>
    public byte[] Codes { get; private set; } = [];

    /// <summary>By question in words; null: nothing was written.</summary>
    public string?[] Texts { get; private set; } = [];

    public ParticipantKind Kind { get; private set; }

    public bool Completed { get; private set; }

    private ushort Advisor { get; set; }

    private ushort Unit { get; set; }

    private ushort Segment { get; set; }

    private ushort Channel { get; set; }

    private DateTimeOffset CompletedAt { get; set; }

    private bool ByInterviewer { get; set; }

    /// <returns>False: it is for the slow way.</returns>
    public bool TryRead()
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

            if (Plan is not null)
            {
                return true;
            }

            // The version came after the answers.
            var answers = new Utf8JsonReader(_answers);
            return TryPlan() && answers.Read() && TryReadAnswers(ref answers, Plan!);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <param name="week">Of the cycle.</param>
    public readonly FactBlockBuilder.Sheet Sheet(ushort week, ulong participant)
    {
        var marks = (Kind == ParticipantKind.SelfImage ? SheetMarks.SelfImage : 0) | (ByInterviewer ? SheetMarks.Interviewer : 0);
        return new FactBlockBuilder.Sheet(Advisor, Unit, Segment, Channel, week, marks, FactTime.Of(CompletedAt), participant, Codes);
    }

    private bool TryPlan()
    {
        Plan = _version > 0 ? _plans.Known(_survey, _version) : null;
        return Plan is not null;
    }

    private bool TryReadAnswers(ref Utf8JsonReader reader, SheetPlan plan)
    {
        (Codes, Texts) = (new byte[plan.Columns.Count], plan.Texts.Count > 0 ? new string?[plan.Texts.Count] : []);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var question = plan.Find(ref reader, ref next);
            reader.Read();
            if (question is null)
            {
                reader.Skip();
            }
            else if (!AnswerJson.TryRead(ref reader, question, Codes, Texts))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("answers"u8))
        {
            reader.Read();
            if (TryPlan())
            {
                return TryReadAnswers(ref reader, Plan!);
            }

            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            _answers = _body[from..(int)reader.BytesConsumed];
            return true;
        }

        if (reader.ValueTextEquals("version"u8))
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _version) && _version > 0;
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
