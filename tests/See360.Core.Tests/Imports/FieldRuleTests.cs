using See360.Core.Imports;
using See360.Core.Imports.Judging;
using See360.Core.Imports.Reading;
using See360.Core.Participants;

namespace See360.Core.Tests.Imports;

public sealed class FieldRuleTests
{
    [Theory]
    [InlineData("02.11.2026", "2026-11-02"), InlineData("2.1.2026", "2026-01-02"), InlineData("02.11.26", "2026-11-02")]
    [InlineData("2026-11-02", "2026-11-02"), InlineData("02.11.2026 14:30", "2026-11-02"), InlineData("2026-11-02T14:30:00Z", "2026-11-02")]
    [InlineData("02.11.2026, 14:30 Uhr", "2026-11-02"), InlineData("46328", "2026-11-02"), InlineData("46328,604", "2026-11-02"), InlineData("29.02.2024", "2024-02-29")]
    public void Date_InAKnownForm_IsRead(string text, string expected) => Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd"), Dates.Read(text).Value);

    [Theory]
    [InlineData("11/02/2026", ReasonCodes.DateUnreadable), InlineData("30.02.2026", ReasonCodes.DateImpossible), InlineData("31.13.2026", ReasonCodes.DateImpossible)]
    [InlineData("gestern", ReasonCodes.DateUnreadable), InlineData("2026", ReasonCodes.DateUnreadable), InlineData("99999", ReasonCodes.DateUnreadable)]
    [InlineData("02.11.2026 vormittags", ReasonCodes.DateUnreadable), InlineData("29.02.2026", ReasonCodes.DateImpossible), InlineData("02-11-2026", ReasonCodes.DateUnreadable)]
    public void Date_InNoKnownForm_IsRefused(string text, string reason) => Assert.Equal(reason, Dates.Read(text).Reason);

    [Theory]
    [InlineData("00123", "00123"), InlineData("=\"00123\"", "00123"), InlineData("'00123", "00123"), InlineData(" 0000 300 001 ", "0000300001"), InlineData("", ""), InlineData("K-12/3.4", "K-12/3.4"), InlineData("12E5", "12E5")]
    public void CustomerNumber_IsText(string text, string expected) => Assert.Equal(expected, CustomerNumbers.Read(text).Value);

    [Theory]
    [InlineData("1,23457E+11", ReasonCodes.CustomerNumberSpoiled), InlineData("1.23457e+11", ReasonCodes.CustomerNumberSpoiled), InlineData("1E+11", ReasonCodes.CustomerNumberSpoiled)]
    [InlineData("<script>", ReasonCodes.CustomerNumberMalformed), InlineData("=1+2", ReasonCodes.CustomerNumberMalformed), InlineData("=\"", ReasonCodes.CustomerNumberMalformed)]
    public void CustomerNumber_Spoiled_IsRefused(string text, string reason) => Assert.Equal(reason, CustomerNumbers.Read(text).Reason);

    [Theory]
    [InlineData(" Joerg.Weiss@KUNDE.example ", "Joerg.Weiss@kunde.example"), InlineData("mailto:a@b.example?subject=x", "a@b.example"), InlineData("<a@b.example>", "a@b.example")]
    [InlineData("a@müller.example", "a@xn--mller-kva.example"), InlineData("a+b_c@sub.b.example", "a+b_c@sub.b.example")]
    public void Email_IsFolded(string text, string expected) => Assert.Equal(expected, EmailAddresses.Read(text).Value);

    [Theory]
    [InlineData("lars.kaputt(at)kunde.example"), InlineData("a@b"), InlineData("a@@b.example"), InlineData("a b@c.example"), InlineData("a@b.example; c@d.example"), InlineData(".a@b.example")]
    [InlineData("a..b@c.example"), InlineData("a@-b.example"), InlineData("a@b..example"), InlineData("a@b.example\r\nBcc: c@d.example"), InlineData("@b.example"), InlineData("a@1.2.3.4"), InlineData("ä@b.example"), InlineData("a@b_c.example")]
    public void Email_Malformed_IsRefused(string text) => Assert.Equal(ReasonCodes.EmailMalformed, EmailAddresses.Read(text).Reason);

    [Theory]
    [InlineData("info@b.example", true), InlineData("INFO@b.example", true), InlineData("informatik@b.example", false)]
    public void Email_RoleAddress_IsKnown(string address, bool role) => Assert.Equal(role, EmailAddresses.IsRole(address));

    [Theory]
    [InlineData("Herrn", Salutation.Herr), InlineData("FRAU", Salutation.Frau), InlineData("", Salutation.None), InlineData("Eheleute", Salutation.Eheleute), InlineData("divers", Salutation.Divers), InlineData("Hr.", Salutation.Herr)]
    public void Salutation_IsKnown(string text, Salutation expected) => Assert.Equal(expected, Words.SalutationOf(text));

    [Fact]
    public void Salutation_Unknown_IsNull() => Assert.Null(Words.SalutationOf("Euer Durchlaucht"));

    [Theory]
    [InlineData("E-Mail-Adresse", "emailadresse"), InlineData("Gesprächsdatum", "gesprachsdatum"), InlineData("GESPRAECHSDATUM", "gesprachsdatum"), InlineData("Straße", "strasse"), InlineData("Kd.-Nr.", "kdnr")]
    public void Fold_IgnoresCaseUmlautsAndPunctuation(string text, string expected) => Assert.Equal(expected, TextFolding.Fold(text));

    [Theory]
    [InlineData("MÃ¼ller", true), InlineData("StraÃŸe", true), InlineData("Müller", false), InlineData("Ãngel", false), InlineData("", false)]
    public void Mojibake_IsSeen(string text, bool broken) => Assert.Equal(broken, SourceEncoding.LooksLikeMojibake(text));

    [Theory]
    [InlineData("a\r\nb", ReasonCodes.LineBreak), InlineData("a\0b", ReasonCodes.ControlCharacter), InlineData("a\u202Eb", ReasonCodes.ControlCharacter), InlineData("a\uFFFDb", ReasonCodes.CharacterBroken), InlineData("a\uFFFEb", ReasonCodes.CharacterBroken), InlineData("a\u0081b", ReasonCodes.CharacterBroken)]
    [InlineData("Jörg", ""), InlineData("日本語", ""), InlineData("😀", ""), InlineData("a\tb", "")]
    public void Text_WithForbiddenCharacters_IsRefused(string text, string reason) => Assert.Equal(reason, FieldTexts.Fault(text, 80));

    [Fact]
    public void Text_HalfASurrogatePair_IsRefused() => Assert.Equal(ReasonCodes.CharacterBroken, FieldTexts.Fault("a\ud83d", 80));

    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+49 30", "'+49 30"), InlineData("-1", "'-1"), InlineData("@SUM", "'@SUM"), InlineData("\tx", "'\tx"), InlineData("'=x", "''=x"), InlineData("Müller", "Müller"), InlineData("'s Hertogenbosch", "'s Hertogenbosch")]
    public void Cell_IsNeutralisedAndRestored(string cell, string written)
    {
        Assert.Equal(written, CsvCells.Neutralise(cell));
        Assert.Equal(cell, CsvCells.Restore(written));
    }

    [Theory]
    [InlineData("＝1+1"), InlineData("＋1"), InlineData("－1"), InlineData("＠SUM"), InlineData("﹦1")]
    [InlineData("\uFEFF=1"), InlineData("\u200B+1"), InlineData("\u200E-1"), InlineData("\u202E@x"), InlineData("\u2066\u200D＝1"), InlineData("\u00AD=1")]
    [InlineData(" =1"), InlineData("\u00A0=1"), InlineData("\0=1"), InlineData("\n=1"), InlineData("\u200B'=1"), InlineData("'\uFEFF=1")]
    public void Cell_FormulaInDisguise_IsNeutralisedAndRestored(string cell)
    {
        Assert.Equal("'" + cell, CsvCells.Neutralise(cell));
        Assert.Equal(cell, CsvCells.Restore("'" + cell));
    }

    [Theory]
    [InlineData("a=1"), InlineData("\u200BAda"), InlineData("a＠b"), InlineData("'\u200BAda"), InlineData("")]
    public void Cell_NoFormula_StaysAsItIs(string cell)
    {
        Assert.Equal(cell, CsvCells.Neutralise(cell));
        Assert.Equal(cell, CsvCells.Restore(cell));
    }
}
