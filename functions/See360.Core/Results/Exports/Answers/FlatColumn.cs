namespace See360.Core.Results.Exports;

/// <summary>A column of the flat table of answers.</summary>
/// <param name="Explanation">What stands in it: for the sheet that explains the columns.</param>
/// <param name="Width">In characters.</param>
internal sealed record FlatColumn(string Header, string Explanation, double Width, Func<FlatRow, FlatCell> Read);
