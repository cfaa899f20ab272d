using System.Text.Json;
using See360.Core.Cycles;
using See360.Core.Results.Facts;
using See360.Core.Storage;

namespace See360.Core.Results.Tables;

/// <summary>
/// Reads the body of a cycle's record with its mails by advisor straight into columns: over years they are as many as answer sheets, and a dictionary of each
/// cycle's would take longer to make than everything else takes to load. Whatever looks otherwise than the product writes it is left to the slow way.
/// </summary>
internal static class CycleJson
{
    private const int LongestName = 256;

    /// <param name="advisors">The names that the columns are of.</param>
    public static Cycle Read(ReadOnlySpan<byte> body, TextCodes advisors)
    {
        var returns = new AdvisorReturns.Builder();
        if (Find(body, returns, advisors) is not { } place)
        {
            return RecordJson.Read<Cycle>(body);
        }

        var (start, end) = place.GetOffsetAndLength(body.Length) is var (offset, length) ? (offset, offset + length) : default;
        byte[] rest = [.. body[..start], .. "null"u8, .. body[end..]];
        return RecordJson.Read<Cycle>(rest) is { Totals: { } totals } cycle
            ? cycle with { Totals = totals with { ByAdvisor = returns.Build(advisors) } }
            : RecordJson.Read<Cycle>(body);
    }

    /// <returns>Where they lie in the body; null: they are not there, or not understood.</returns>
    private static Range? Find(ReadOnlySpan<byte> body, AdvisorReturns.Builder returns, TextCodes advisors)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject || !IsAt(ref reader, "totals"u8) || !IsAt(ref reader, "byAdvisor"u8))
            {
                return null;
            }

            var start = (int)reader.TokenStartIndex;
            return TryRead(ref reader, returns, advisors) ? start..(int)reader.BytesConsumed : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>Whether the object that the reader stands at the beginning of has an object of that name; the reader stands at its beginning then.</returns>
    private static bool IsAt(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.StartObject;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool TryRead(ref Utf8JsonReader reader, AdvisorReturns.Builder returns, TextCodes advisors)
    {
        Span<char> name = stackalloc char[LongestName];
        Span<int> steps = stackalloc int[AdvisorReturns.Steps];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.Length > name.Length)
            {
                return false;
            }

            var advisor = advisors.Of(name[..reader.CopyString(name)]);
            if (!TrySteps(ref reader, steps))
            {
                return false;
            }

            returns.Add(advisor, steps);
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }

    private static bool TrySteps(ref Utf8JsonReader reader, scoped Span<int> steps)
    {
        steps.Fill(-1);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var step = reader.ValueTextEquals("invited"u8) ? 0
                : reader.ValueTextEquals("bounced"u8) ? 1
                : reader.ValueTextEquals("answered"u8) ? 2
                : reader.ValueTextEquals("opened"u8) ? 3
                : reader.ValueTextEquals("started"u8) ? 4
                : reader.ValueTextEquals("declined"u8) ? 5 : -1;
            if (step < 0 || !reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out steps[step]) || steps[step] < 0)
            {
                return false;
            }
        }

        return reader.TokenType == JsonTokenType.EndObject && steps[0] >= 0 && steps[1] >= 0 && steps[2] >= 0;
    }
}
