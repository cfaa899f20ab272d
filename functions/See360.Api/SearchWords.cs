using See360.Core;
using See360.Core.Texts;

namespace See360.Api;

/// <summary>What somebody looks for in a list. It is often a person's name, and addresses end in the logs of every proxy on
/// the way: so it comes in a header.</summary>
internal static class SearchWords
{
    /// <summary>UTF-8, percent-encoded.</summary>
    public const string Header = "X-See360-Search";

    private const int Longest = 200;

    /// <returns>Empty if nothing is looked for.</returns>
    /// <exception cref="BadInput">More than 200 characters.</exception>
    public static string Read(string? header)
    {
        var words = Uri.UnescapeDataString(header ?? "").Trim();
        return words.Length <= Longest ? words : throw new BadInput("search", "search-too-long", new LocalizedText(
            $"Bitte suchen Sie mit höchstens {Longest} Zeichen.", $"Please search with at most {Longest} characters."));
    }
}
