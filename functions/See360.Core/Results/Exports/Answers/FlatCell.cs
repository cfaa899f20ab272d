namespace See360.Core.Results.Exports;

/// <summary>How a cell looks; its number is that of the style in a workbook.</summary>
internal enum CellForm
{
    Plain,
    Header,
    Date,
    Decimal,
    Percent,

    /// <summary>Whole, with its sign: NPS.</summary>
    Signed,
    Heading,
    Wrapped,

    /// <summary>With thousands.</summary>
    Whole,

    /// <summary>Whole: the answer to a question.</summary>
    Answer,
}

/// <summary>A number, a date (the days of a spreadsheet), a text, or nothing.</summary>
internal readonly record struct FlatCell(double? Number, string? Text, CellForm Form = CellForm.Plain)
{
    /// <summary>Day 0 of a spreadsheet.</summary>
    private static readonly DateOnly _dayZero = new(1899, 12, 30);

    public static FlatCell Empty => default;

    public DateOnly? Day => Form == CellForm.Date && Number is { } days ? _dayZero.AddDays((int)days) : null;

    public static FlatCell Of(string? text, CellForm form = CellForm.Plain) => new(null, string.IsNullOrEmpty(text) ? null : text, form);

    public static FlatCell Of(double? number, CellForm form = CellForm.Plain) => new(number, null, form);

    public static FlatCell Of(DateOnly day) => new(day.DayNumber - _dayZero.DayNumber, null, CellForm.Date);
}
