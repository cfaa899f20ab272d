using System.Reflection;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Participants;
using See360.Testing;

namespace See360.Core.Tests.Imports;

public sealed class ReasonTextsTests
{
    [Fact]
    public void EveryCode_HasATextInBothLanguages()
    {
        Assert.Equal(Constants(typeof(ReasonCodes)).Order(), ReasonTexts.Reasons.Keys.Order());
        Assert.Equal(Constants(typeof(WarningCodes)).Order(), ReasonTexts.Warnings.Keys.Order());
        Assert.Equal(Enum.GetValues<ParticipantState>().Order(), ReasonTexts.States.Keys.Order());
        Assert.All(
            [.. ReasonTexts.Reasons.Values, .. ReasonTexts.Warnings.Values, .. ReasonTexts.States.Values],
            text => Assert.True(text.IsComplete && !text.De.Contains('!') && !text.En.Contains('!')));
    }

    [Fact]
    public void HeldBackByARuleOfSending_IsSaidInWords() =>
        Assert.All(SendReasonTexts.Codes, code => Assert.NotEqual(code, ReasonTexts.Of(code).De));

    [Fact]
    public void Documentation_PrintsTheSameTables()
    {
        var document = File.ReadAllText(Path.Combine(Fixtures.Path(), "..", "..", "docs", "import.md"));
        Assert.All(
            ReasonTexts.Reasons.Concat(ReasonTexts.Warnings),
            entry => Assert.Contains($"| `{entry.Key}` | {entry.Value.De} | {entry.Value.En} |", document, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
}
