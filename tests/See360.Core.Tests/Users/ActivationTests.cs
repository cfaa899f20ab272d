using See360.Core.Mail;
using See360.Core.Users;

namespace See360.Core.Tests.Users;

public sealed class ActivationTests
{
    private const string Chosen = "Regenschirm Gabel Tuba";

    private readonly Accounts _accounts = new();

    [Fact]
    public async Task Activation_OfANewUser_LetsHerSignIn()
    {
        var token = await InviteAsync();

        Assert.Equal(Accounts.Jana, (await _accounts.Check.RunAsync("musterstadt", token))!.UserName);
        Assert.True(await _accounts.Activate.RunAsync("musterstadt", token, Chosen));

        Assert.NotNull(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Chosen));
    }

    [Fact]
    public async Task Activation_Token_IsNotStored()
    {
        var token = await InviteAsync();

        var user = await _accounts.UserAsync();

        Assert.DoesNotContain(token, user.ToString(), StringComparison.Ordinal);
        Assert.Equal(64, user.ActivationHash!.Length);
    }

    [Fact]
    public async Task Activation_Twice_WorksOnce()
    {
        var token = await InviteAsync();
        await _accounts.Activate.RunAsync("musterstadt", token, Chosen);

        Assert.False(await _accounts.Activate.RunAsync("musterstadt", token, "another good password"));
        Assert.NotNull(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Chosen));
    }

    [Fact]
    public async Task Activation_AfterSevenDays_IsExpired()
    {
        var token = await InviteAsync();
        _accounts.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Null(await _accounts.Check.RunAsync("musterstadt", token));
        Assert.False(await _accounts.Activate.RunAsync("musterstadt", token, Chosen));
    }

    [Fact]
    public async Task Activation_OfAnOlderLink_IsRefused()
    {
        var older = await InviteAsync();
        await _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana);

        Assert.Null(await _accounts.Check.RunAsync("musterstadt", older));
        Assert.NotNull(await _accounts.Check.RunAsync("musterstadt", _accounts.LastToken()));
    }

    [Fact]
    public async Task Invite_Again_IsWordedAsANewLinkAndNotAsAFirstInvitation()
    {
        await InviteAsync();
        var unused = await AgainAsync();
        await _accounts.Activate.RunAsync("musterstadt", _accounts.LastToken(), Chosen);
        var afterPassword = await AgainAsync();

        Assert.Equal("Ihr Zugang zu den Umfrageergebnissen", _accounts.Mailer.Sent.First().Subject);
        Assert.Equal("Neuer Link, um Ihr Passwort festzulegen", unused);
        Assert.Equal("Neuer Link, um Ihr Passwort festzulegen", afterPassword);

        async Task<string> AgainAsync()
        {
            await _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana);
            return _accounts.Mailer.Sent.Last().Subject;
        }
    }

    [Fact]
    public async Task Activation_OfADeactivatedUser_IsRefused()
    {
        var token = await InviteAsync();
        await new DeactivateUser(_accounts.Users).RunAsync(Accounts.Institute, Accounts.Jana);

        Assert.False(await _accounts.Activate.RunAsync("musterstadt", token, Chosen));
        Assert.False(await _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana));
    }

    [Fact]
    public async Task Activation_AtAnotherInstitute_IsRefused()
    {
        var token = await InviteAsync();

        Assert.Null(await _accounts.Check.RunAsync("anderswo", token));
        Assert.Null(await _accounts.Check.RunAsync(null, token));
        Assert.Null(await _accounts.Check.RunAsync("musterstadt", null));
        Assert.Null(await _accounts.Check.RunAsync("musterstadt", token + "A"));
    }

    [Fact]
    public async Task Activation_NewLinkForSomebodyWithAPassword_LeavesItUntilTheLinkIsUsed()
    {
        await _accounts.AddAsync();
        await _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana);

        Assert.NotNull(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Accounts.Password));
        Assert.True(await _accounts.Activate.RunAsync("musterstadt", _accounts.LastToken(), "another good password"));
        Assert.Null(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Accounts.Password));
    }

    [Fact]
    public async Task Activation_SetsAPassword_EndsFormerSessions()
    {
        var token = await InviteAsync();
        var before = (await _accounts.UserAsync()).SecurityStamp;

        await _accounts.Activate.RunAsync("musterstadt", token, Chosen);

        Assert.NotEqual(before, (await _accounts.UserAsync()).SecurityStamp);
    }

    [Fact]
    public async Task Invite_MailIsRefused_SaysSoAndLeavesTheUserUninvited()
    {
        await new CreateUser(_accounts.Users).RunAsync(Accounts.Institute, Accounts.Jana, [Role.Advisor]);
        _accounts.Mailer.Answer = _ => new MailOutcome.Refused("550", "", RecipientIsBad: true);

        var broken = await Assert.ThrowsAsync<RuleBroken>(() => _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana));

        Assert.Equal("mail-not-accepted", broken.Code);
        Assert.Null((await _accounts.UserAsync()).ActivationHash);
    }

    [Theory]
    [InlineData("451")]
    [InlineData(MailOutcome.Deferred.OutboxUnavailable)]
    public async Task Invite_CarrierSaysNotNow_DoesNotBlameTheAddress(string code)
    {
        await new CreateUser(_accounts.Users).RunAsync(Accounts.Institute, Accounts.Jana, [Role.Advisor]);
        _accounts.Mailer.Answer = _ => new MailOutcome.Deferred(code, "");

        var broken = await Assert.ThrowsAsync<RuleBroken>(() => _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana));

        Assert.Equal("mail-deferred", broken.Code);
        Assert.DoesNotContain("Adresse", broken.Text.De, StringComparison.Ordinal);
        Assert.DoesNotContain("address", broken.Text.En, StringComparison.Ordinal);
        Assert.Null((await _accounts.UserAsync()).ActivationHash);
    }

    private async Task<string> InviteAsync()
    {
        await new CreateUser(_accounts.Users).RunAsync(Accounts.Institute, Accounts.Jana, [Role.Advisor]);
        Assert.True(await _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana));
        return _accounts.LastToken();
    }
}
