using System.Globalization;
using See360.Core.Results.Facts;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>What is said of a question's column.</summary>
internal static class AnswerTexts
{
    public static string Explain(FactColumn column, IEnumerable<string> surveys, Language language)
    {
        var question = column.Asked.Question;
        var parts = new List<LocalizedText> { Kind(column) };
        if (question.Field is { } field)
        {
            parts.Add(new LocalizedText($"Geschäftsfeld {Plain(FieldTexts.Of(field).De)}", $"business field {Plain(FieldTexts.Of(field).En)}"));
        }

        if (question.Factor is { } factor)
        {
            parts.Add(new LocalizedText($"Wettbewerbsfaktor {Plain(FactorTexts.Of(factor).De)}", $"competitive factor {Plain(FactorTexts.Of(factor).En)}"));
        }

        var names = string.Join(", ", surveys);
        parts.Add(new LocalizedText($"Umfrage {names}", $"survey {names}"));
        return string.Join(" · ", parts.Select(p => p.In(language)));
    }

    /// <summary>Without the soft hyphens that pages break words at.</summary>
    public static string Plain(string text) => text.Replace("\u00AD", "", StringComparison.Ordinal);

    private static LocalizedText Kind(FactColumn column)
    {
        var scale = column.Asked.Scale is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s.Min}–{s.Max}") : "";
        return column.Asked.Question.Kind switch
        {
            QuestionKind.Nps => new("Weiterempfehlung 0–10 (9–10 Promotoren, 7–8 Passive, 0–6 Kritiker)", "Likelihood to recommend 0–10 (9–10 promoters, 7–8 passives, 0–6 detractors)"),
            QuestionKind.Csat => new("Zufriedenheit 1–5 (5 sehr zufrieden)", "Satisfaction 1–5 (5 very satisfied)"),
            QuestionKind.Fcr => new("Beim ersten Kontakt gelöst: ja, nein, weiß nicht", "Solved at the first contact: yes, no, don't know"),
            QuestionKind.Level when column.Part == ColumnPart.Desired => new("Gewünschte Stufe 1–7", "Desired level 1–7"),
            QuestionKind.Level => new("Heutige Stufe 1–7", "Present level 1–7"),
            QuestionKind.MultipleChoice => new("Mehrfachauswahl: ja, wenn gewählt", "Multiple choice: yes if chosen"),
            QuestionKind.Rating => new($"Bewertung {scale}, die höchste ist die beste", $"Rating {scale}, the highest is the best"),
            _ => new("Auswahl", "Choice"),
        };
    }
}
