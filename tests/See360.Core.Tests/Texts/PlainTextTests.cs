using See360.Core.Texts;

namespace See360.Core.Tests.Texts;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  Personalrat \u0000\u0007", "Personalrat")]
    [InlineData("Rat\u202Etar\u202C", "Rattar")]
    [InlineData("\u2066Personalrat\u2069\u200B\uFEFF", "Personalrat")]
    [InlineData("Personal\u00ADrat", "Personalrat")]
    [InlineData("eins\r\nzwei\tdrei", "eins zwei drei")]
    [InlineData("Gu\u0308nther", "Günther")]
    [InlineData("Rat 😀", "Rat 😀")]
    [InlineData("\U000E0041Rat", "Rat")]
    public void Line_WhatCannotBeSeen_IsLeftOut(string typed, string kept) => Assert.Equal(kept, PlainText.Line("x", typed, 100));

    [Fact]
    public void Lines_KeepTheirEnds() => Assert.Equal("eins\nzwei", PlainText.Lines("x", "eins\r\nzwei\r\n", 100));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B\u202E\r\n ")]
    public void RequiredLine_NothingToBeSeen_IsMissing(string? typed) =>
        Assert.Equal(("x", "text-missing"), Refused(() => PlainText.RequiredLine("x", typed, 100)));

    [Fact]
    public void Line_HalfACharacter_IsRefused() => Assert.Equal(("x", "text-malformed"), Refused(() => PlainText.Line("x", "a\uD800b", 100)));

    [Fact]
    public void Line_TooLong_IsRefused() => Assert.Equal(("x", "text-too-long"), Refused(() => PlainText.Line("x", new string('a', 101), 100)));

    private static (string, string) Refused(Action action)
    {
        var bad = Assert.Throws<BadInput>(action);
        return (bad.Field, bad.Code);
    }
}
