using System.Text.RegularExpressions;
using See360.Testing;

namespace See360.Core.Tests;

/// <summary>One thing has one word: what the screen, the mails and the documentation say is looked through.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] Sources = ["docs", "functions", Path.Combine("web", "shared"), Path.Combine("web", "survey"), Path.Combine("web", "work")];

    [Fact]
    public void Texts_SayImportierenAndDemonstration()
    {
        var root = Path.GetFullPath(Path.Combine(Fixtures.Path(), "..", ".."));
        var others = from source in Sources
                     from file in Directory.EnumerateFiles(Path.Combine(root, source), "*", SearchOption.AllDirectories)
                     where Path.GetExtension(file) is ".md" or ".cs" or ".ts" or ".tsx" or ".json" or ".html"
                     where !Built().IsMatch(file)
                     where Others().IsMatch(File.ReadAllText(file))
                     select Path.GetRelativePath(root, file);

        Assert.Empty(others);
    }

    [GeneratedRegex(@"einspiel|einzuspiel|eingespielt|\bspiel(en|t|te|ten)\b[^.]*\bein\b|Vorführ", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"[\\/](bin|obj|node_modules|dist)[\\/]")]
    private static partial Regex Built();
}
