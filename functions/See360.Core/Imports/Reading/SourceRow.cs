namespace See360.Core.Imports.Reading;

public enum RowShape
{
    Fits,
    TooFewFields,
    TooManyFields,
}

/// <summary>A record as it stands in the file.</summary>
/// <param name="Ordinal">From 1; preamble, header, blank lines and total lines don't count.</param>
/// <param name="Line">Line of the file in which it begins, from 1; of a sheet its row.</param>
/// <param name="Fields">In the order of the header; NFC. As many as there are, also where that is too few or too many.</param>
public readonly record struct SourceRow(int Ordinal, int Line, string[] Fields, RowShape Shape)
{
    /// <summary>The field of a column, trimmed; empty if the file or the row has none.</summary>
    public string Field(int[] places, int column)
    {
        var place = places[column];
        return place >= 0 && place < Fields.Length ? Fields[place].Trim() : "";
    }
}

/// <summary>A file whose header is understood; its records can be read once, one after the other.</summary>
/// <param name="Places">Which field holds each column of the <see cref="ColumnSet"/>, or −1.</param>
/// <param name="Warnings">Codes that concern the whole file.</param>
/// <param name="Reader">Holds the file open; let go of by <see cref="DisposeAsync"/>, also if no record was read.</param>
public sealed record OpenedSource(
    IReadOnlyList<string> Headers, int[] Places, IReadOnlyList<string> Warnings, IAsyncEnumerable<SourceRow> Rows, IFieldReader Reader) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Reader.DisposeAsync();
}
