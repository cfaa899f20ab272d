namespace See360.Core.Storage;

/// <summary>What every file store checks of a name before it touches anything.</summary>
public static class FileNames
{
    public const int MaxLength = 600;

    public const int MaxPartLength = 120;

    /// <exception cref="ArgumentException">Not a name as <see cref="IFileStore"/> has it.</exception>
    public static void Check(string name)
    {
        var parts = name.Split('/');
        if (name.Length > MaxLength || parts.Length < 2 || !parts.All(IsPart))
        {
            throw new ArgumentException("Not a file name of the store: two or more parts of a–z 0–9 . _ - joined by '/', none with a dot at either end.");
        }
    }

    private static bool IsPart(string part) =>
        part.Length is >= 1 and <= MaxPartLength && part[0] != '.' && part[^1] != '.' && part.All(IsAllowed);

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-';
}
