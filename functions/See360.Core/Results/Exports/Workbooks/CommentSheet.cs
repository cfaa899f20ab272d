using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>The comments that the page of the slice shows, in its order: praise first, the newest first; of confidential surveys behind the others, without day and
/// score, in an order that has nothing to do with theirs.</summary>
internal static class CommentSheet
{
    private const double LineHeight = 13.5;
    private const double Characters = 80;

    public static LocalizedText Name { get; } = new("Kommentare", "Comments");

    public static IReadOnlyList<(LocalizedText Header, LocalizedText Means, double Width)> Columns { get; } =
    [
        (new("Art", "Kind"), new("Lob oder Verbesserung, wie auf der Seite Kommentare; leer: weder noch.", "Praise or improvement, as on the page of comments; empty: neither."), 14),
        (new("Frage", "Question"), new("Die Frage, auf die der Kommentar antwortet.", "The question that the comment answers."), 40),
        (new("Kommentar", "Comment"), new("Was der Kunde geschrieben hat. Es kann Namen enthalten.", "What the customer wrote. It may hold names."), Characters),
        (ExportTexts.UnitName, ExportTexts.CommentUnitMeans, 28),
        (ExportTexts.Survey, ExportTexts.SurveyMeans, 28),
        (ExportTexts.Date, new("Tag der Antwort; leer bei vertraulichen Umfragen.", "Day of the answer; empty of confidential surveys."), 12),
        (new("NPS-Antwort", "NPS answer"), new("Was derselbe Kunde auf die NPS-Frage geantwortet hat; leer bei vertraulichen Umfragen.", "What the same customer answered to the NPS question; empty of confidential surveys."), 12),
    ];

    public static async Task WriteAsync(SheetXml xml, bool first, Sliced sliced, IReadOnlyList<SelectedComment> comments, CancellationToken cancel)
    {
        xml.Begin(Columns.Select(c => c.Width), first);
        await RowAsync([.. Columns.Select(c => FlatCell.Of(c.Header.In(sliced.Language), CellForm.Header))], null);
        foreach (var comment in comments)
        {
            await RowAsync(Cells(sliced, comment), LineHeight * Lines(comment.Comment.Text));
        }

        await xml.EndAsync(Columns.Count, cancel);

        ValueTask RowAsync(FlatCell[] cells, double? height)
        {
            xml.BeginRow(height);
            for (var n = 0; n < cells.Length; n++)
            {
                xml.Cell(n, cells[n]);
            }

            return xml.EndRowAsync(cancel);
        }
    }

    private static FlatCell[] Cells(Sliced sliced, SelectedComment comment)
    {
        var of = comment.Comment;
        var kind = comment.IsPraise ? ViewTexts.Praise : CommentOrder.IsImprovement(of.Question) ? ViewTexts.Improvement : null;
        return
        [
            FlatCell.Of(kind?.In(sliced.Language), CellForm.Wrapped),
            FlatCell.Of(Questions.Text(sliced, of.Question.Text), CellForm.Wrapped),
            FlatCell.Of(of.Text, CellForm.Wrapped),
            FlatCell.Of(sliced.Chart.Units.GetValueOrDefault(of.Unit)?.Name, CellForm.Wrapped),
            FlatCell.Of(comment.Survey.Name.In(sliced.Language), CellForm.Wrapped),
            comment.Minutes is { } minutes ? FlatCell.Of(ResultPeriod.Day(FactTime.Instant(minutes), sliced.Zone)) : FlatCell.Empty,
            of.Nps is { } nps ? FlatCell.Of(nps, CellForm.Answer) : FlatCell.Empty,
        ];
    }

    /// <summary>Not every program finds the height of a row by itself; no row is higher than 30 lines.</summary>
    private static int Lines(string text) => Math.Clamp(text.Split('\n').Sum(line => 1 + (int)(line.Length / (1.1 * Characters))), 1, 30);
}
