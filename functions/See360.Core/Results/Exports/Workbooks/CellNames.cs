using System.Text;

namespace See360.Core.Results.Exports;

/// <summary>A, B, …, Z, AA, … of a worksheet.</summary>
internal static class CellNames
{
    /// <summary>Columns of a worksheet.</summary>
    public const int Most = 16_384;

    private static readonly byte[][] _columns = [.. Enumerable.Range(0, Most).Select(n => Encoding.ASCII.GetBytes(Name(n)))];

    public static ReadOnlySpan<byte> Column(int column) => _columns[column];

    private static string Name(int column) => column < 26 ? $"{(char)('A' + column)}" : Name((column / 26) - 1) + (char)('A' + (column % 26));
}
