namespace See360.Core.Imports;

/// <summary>Names under which programs keep a file that is still being written, and hidden files: no drop inbox takes them.</summary>
public static class UnfinishedFiles
{
    private static readonly string[] _endings = [".part", ".tmp", ".filepart", ".crdownload", ".swp", "~"];

    public static bool IsOne(string fileName) =>
        fileName.StartsWith('.') || _endings.Any(end => fileName.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
