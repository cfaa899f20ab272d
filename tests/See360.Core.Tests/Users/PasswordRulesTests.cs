using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Core.Tests.Users;

public sealed class PasswordRulesTests
{
    private static readonly Institute Bank = Institute.With(Accounts.Institute, 1, "Sparkasse Musterstadt");

    [Theory]
    [InlineData("Regenschirm Gabel Tuba")]
    [InlineData("zwölf Wörter")]
    [InlineData("kT7!bQ2#xZ9$")]
    [InlineData("Gänseblümchen 🌼 am Wegrand")]
    public void Check_LongAndUnusual_IsAccepted(string password) => PasswordRules.Check(password, Bank, Accounts.Jana);

    [Theory]
    [InlineData("", "password-length")]
    [InlineData("kurz, knapp", "password-length")]
    [InlineData("die jana.berg vom Dienst", "password-contains-name")]
    [InlineData("Musterstadt am Morgen", "password-contains-name")]
    [InlineData("passwort1234", "password-common")]
    [InlineData("P@ssw0rt!2026", "password-common")]
    [InlineData("123456789012", "password-common")]
    [InlineData("aaaaaaaaaaaaaa", "password-common")]
    [InlineData("abc1abc1abc1", "password-common")]
    [InlineData("SommerBerlin2026", "password-common")]
    public void Check_Guessable_IsRefusedWithAReason(string password, string code)
    {
        var bad = Assert.Throws<BadInput>(() => PasswordRules.Check(password, Bank, Accounts.Jana));

        Assert.Equal(code, bad.Code);
        Assert.Equal("password", bad.Field);
        Assert.True(bad.Text.IsComplete);
    }

    [Fact]
    public void Check_TooLong_IsRefused() =>
        Assert.Equal("password-length", Assert.Throws<BadInput>(() => PasswordRules.Check(new string('x', 257), Bank, Accounts.Jana)).Code);

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\ufffe')]
    public void Check_WhatIsNoCharacter_IsRefused(char broken) =>
        Assert.Equal("password-characters", Assert.Throws<BadInput>(() => PasswordRules.Check($"vier Worte {broken} kaputt", Bank, Accounts.Jana)).Code);
}
