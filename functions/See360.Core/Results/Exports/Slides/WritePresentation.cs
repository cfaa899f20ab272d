namespace See360.Core.Results.Exports;

/// <summary>The presentation of a slice: title, summary, one slide a view that has something to show.</summary>
internal static class WritePresentation
{
    public static async Task RunAsync(ResultReport report, Stream output, CancellationToken cancel)
    {
        var (words, institute) = (new SlideWords(report), report.Sliced.Chart.Institute);
        var bytes = await new Deck(institute.Name, ThemeColours.Accent(institute.AccentColour), Footer(words), words.Language, report.Sliced.Now)
            .WriteAsync([.. Slides(words)], $"{words.Head.Title}, {SliceLines.Period(words.Head, words.Language)}", cancel);
        await output.WriteAsync(bytes, cancel);
    }

    private static IEnumerable<Slide> Slides(SlideWords words) => new[]
    {
        SummarySlides.Title(words),
        SummarySlides.Summary(words),
        CourseSlides.Loyalty(words),
        CourseSlides.Trend(words),
        RatingSlides.Factors(words),
        RatingSlides.Fields(words),
        RatingSlides.Grid(words),
        OtherSlides.Importance(words),
        ActivitySlide.Of(words),
        RatingSlides.SelfImage(words),
        OtherSlides.Organisation(words),
        CourseSlides.Return(words),
        OtherSlides.Maturity(words),
        OtherSlides.Comments(words),
    }.OfType<Slide>();

    /// <summary>Institute, what is seen of it, and the day, on every slide.</summary>
    private static string Footer(SlideWords words)
    {
        var head = words.Head;
        var parts = new List<string> { words.Report.Sliced.Chart.Institute.Name };
        if (head.Title != parts[0])
        {
            parts.Add(head.Title);
        }

        parts.Add(SliceLines.Period(head, words.Language));
        parts.AddRange(SliceLines.Filters(head).Select(f => f.Value));
        parts.Add(words.In($"Stand {SliceLines.Day(words.Report.Sliced.Today, words.Language)}", $"as of {SliceLines.Day(words.Report.Sliced.Today, words.Language)}"));
        return string.Join(" · ", parts);
    }
}
