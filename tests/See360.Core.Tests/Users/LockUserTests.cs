using See360.Core.Users;

namespace See360.Core.Tests.Users;

public sealed class LockUserTests
{
    private const string Lea = "lea.vertrieb@musterstadt.example";

    private readonly Accounts _accounts = new();

    [Fact]
    public async Task Lock_EndsSessionsAndKeepsThePasswordForTheUnlocking()
    {
        await PeopleAsync();
        var before = (await _accounts.UserAsync()).SecurityStamp;

        Assert.True(await LockAsync(Accounts.Jana, Lea));

        var locked = await _accounts.UserAsync();
        Assert.NotEqual(before, locked.SecurityStamp);
        Assert.Equal(new AccountLock(Lea, _accounts.Clock.GetUtcNow()), locked.Locked);
        Assert.Null(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Accounts.Password));
        Assert.True(await UnlockAsync(Accounts.Jana));
        Assert.NotNull(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Accounts.Password));
        Assert.Null((await _accounts.UserAsync()).Locked);
    }

    [Fact]
    public async Task Lock_EndsTheOpenLink_AndNoNewOneIsSent()
    {
        await PeopleAsync();
        await _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana);
        var token = _accounts.LastToken();

        await LockAsync(Accounts.Jana, Lea);

        Assert.Null(await _accounts.Check.RunAsync("musterstadt", token));
        Assert.False(await _accounts.Activate.RunAsync("musterstadt", token, "another good password"));
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana));
        Assert.Equal("account-locked", refused.Code);
        Assert.Single(_accounts.Mailer.Sent);
        await UnlockAsync(Accounts.Jana);
        Assert.False(await _accounts.Activate.RunAsync("musterstadt", token, "another good password"));
    }

    [Theory]
    [InlineData(Lea), InlineData(" LEA.Vertrieb@musterstadt.example ")]
    public async Task Lock_OfTheOwnAccount_IsRefused(string typed)
    {
        await PeopleAsync();

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => LockAsync(typed, Lea));

        Assert.Equal("account-own", refused.Code);
        Assert.Null((await _accounts.UserAsync(Lea)).Locked);
    }

    [Fact]
    public async Task Lock_BySomebodyWhoWasLockedMeanwhile_IsRefused()
    {
        await PeopleAsync();
        await _accounts.AddAsync("mia.vertrieb@musterstadt.example", Role.SalesManagement);
        await LockAsync(Lea, "mia.vertrieb@musterstadt.example");

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => LockAsync("mia.vertrieb@musterstadt.example", Lea));

        Assert.Equal("account-changed", refused.Code);
        Assert.True((await _accounts.UserAsync("mia.vertrieb@musterstadt.example")).MaySignIn);
    }

    [Fact]
    public async Task Lock_OfEachOtherAtOnce_LeavesOne()
    {
        const string Mia = "mia.vertrieb@musterstadt.example";
        for (var round = 0; round < 20; round++)
        {
            var accounts = new Accounts();
            await accounts.AddAsync(Lea, Role.SalesManagement);
            await accounts.AddAsync(Mia, Role.SalesManagement);
            LockUser command = new(accounts.Users, accounts.Clock);

            await Task.WhenAll(
                Task.Run(() => Record.ExceptionAsync(() => command.RunAsync(Accounts.Institute, Mia, Lea))),
                Task.Run(() => Record.ExceptionAsync(() => command.RunAsync(Accounts.Institute, Lea, Mia))));

            Assert.Single(new[] { await accounts.UserAsync(Lea), await accounts.UserAsync(Mia) }, user => user.MaySignIn);
        }
    }

    [Theory]
    [InlineData("nobody@musterstadt.example"), InlineData(""), InlineData("\0"), InlineData("\ud800")]
    public async Task Lock_OfNobody_IsNotThere(string userName)
    {
        await PeopleAsync();

        Assert.False(await LockAsync(userName, Lea));
        Assert.False(await UnlockAsync(userName));
    }

    [Fact]
    public async Task Lock_OfSomebodyWhoHasLeft_IsNotThere()
    {
        await PeopleAsync();
        await new DeactivateUser(_accounts.Users).RunAsync(Accounts.Institute, Accounts.Jana);

        Assert.False(await LockAsync(Accounts.Jana, Lea));
    }

    [Fact]
    public async Task Lock_OutlivesLeavingAndComingBack()
    {
        await PeopleAsync();
        await LockAsync(Accounts.Jana, Lea);
        await _accounts.PutAsync(Accounts.Employee(specialism: "Kundenbetreuer", active: false));
        await _accounts.Sync.RunAsync(Accounts.Institute);
        await _accounts.PutAsync(Accounts.Employee(specialism: "Kundenbetreuer"));
        await _accounts.Sync.RunAsync(Accounts.Institute);

        Assert.Equal(AccountState.Locked, AccountStates.Of(await _accounts.UserAsync(), _accounts.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task States_FollowALinkThroughItsLife()
    {
        await new CreateUser(_accounts.Users).RunAsync(Accounts.Institute, Accounts.Jana, [Role.Advisor]);
        var states = new List<AccountState> { await StateAsync() };
        await _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana);
        states.Add(await StateAsync());
        _accounts.Clock.Advance(TimeSpan.FromDays(7));
        states.Add(await StateAsync());
        await _accounts.Invite.RunAsync(Accounts.Institute, Accounts.Jana);
        states.Add(await StateAsync());
        await _accounts.Activate.RunAsync("musterstadt", _accounts.LastToken(), Accounts.Password);
        states.Add(await StateAsync());

        Assert.Equal([AccountState.New, AccountState.Invited, AccountState.Expired, AccountState.Invited, AccountState.Active], states);
        Assert.Null((await _accounts.UserAsync()).ActivationUntil);
    }

    private async Task<AccountState> StateAsync() => AccountStates.Of(await _accounts.UserAsync(), _accounts.Clock.GetUtcNow());

    private async Task PeopleAsync()
    {
        await _accounts.AddAsync(Accounts.Jana, Role.Advisor);
        await _accounts.AddAsync(Lea, Role.SalesManagement);
    }

    private Task<bool> LockAsync(string userName, string by) => new LockUser(_accounts.Users, _accounts.Clock).RunAsync(Accounts.Institute, userName, by);

    private Task<bool> UnlockAsync(string userName) => new UnlockUser(_accounts.Users).RunAsync(Accounts.Institute, userName);
}
