using System.Text.Json;
using See360.Core.Results.Facts;

namespace See360.Core.Results.Tables;

/// <summary>Reads the answer to one question straight into the codes of its columns.</summary>
internal static class AnswerJson
{
    /// <returns>False: it looks otherwise than the product writes it.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, PlannedQuestion question, byte[] codes, string?[] texts)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var (score, desired, cannotJudge) = (int.MinValue, int.MinValue, false);
        Span<bool> chosen = stackalloc bool[question.Choices.Length];
        var (first, any) = (-1, false);
        string? text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var understood = reader.ValueTextEquals("score"u8) ? TryNumber(ref reader, ref score)
                : reader.ValueTextEquals("desired"u8) ? TryNumber(ref reader, ref desired)
                : reader.ValueTextEquals("cannotJudge"u8) ? TryTrue(ref reader, ref cannotJudge)
                : reader.ValueTextEquals("text"u8) ? TryText(ref reader, question, ref text)
                : reader.ValueTextEquals("choices"u8) && TryChoices(ref reader, question, chosen, ref first, ref any);
            if (!understood)
            {
                return false;
            }
        }

        if (question.Text >= 0)
        {
            texts[question.Text] = text;
        }

        for (var i = 0; i < question.Columns.Length; i++)
        {
            var (place, column) = question.Columns[i];
            codes[place] = cannotJudge ? AnswerCode.CannotJudge
                : column.Asked.Scale is { } scale ? Score(column.Part == ColumnPart.Desired ? desired : score, scale)
                : !any ? AnswerCode.None
                : column.Part == ColumnPart.Chosen ? AnswerCode.OfChoice(chosen[column.Choice] ? 0 : 1)
                : first < 0 ? AnswerCode.None : AnswerCode.OfChoice(first);
        }

        return true;
    }

    private static byte Score(int score, ScoreScale scale) => scale.Holds(score) ? AnswerCode.OfScore(score) : AnswerCode.None;

    private static bool TryNumber(ref Utf8JsonReader reader, ref int number) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out number);

    private static bool TryTrue(ref Utf8JsonReader reader, ref bool value)
    {
        value = reader.Read() && reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False;
    }

    private static bool TryText(ref Utf8JsonReader reader, PlannedQuestion question, ref string? text)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        text = question.Text >= 0 ? reader.GetString() : null;
        return true;
    }

    private static bool TryChoices(ref Utf8JsonReader reader, PlannedQuestion question, scoped Span<bool> chosen, scoped ref int first, scoped ref bool any)
    {
        if (any || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var place = question.PlaceOf(ref reader);
            first = any ? first : place;
            any = true;
            if (place >= 0)
            {
                chosen[place] = true;
            }
        }

        return reader.TokenType == JsonTokenType.EndArray;
    }
}
