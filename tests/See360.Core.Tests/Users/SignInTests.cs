using See360.Core.Users;

namespace See360.Core.Tests.Users;

public sealed class SignInTests
{
    private readonly Accounts _accounts = new();

    [Fact]
    public async Task SignIn_RightPassword_GivesTheUser()
    {
        await _accounts.AddAsync(Accounts.Jana, Role.Advisor);

        var signedIn = await _accounts.SignIn.RunAsync(" Musterstadt ", " Jana.Berg@Musterstadt.example", Accounts.Password);

        Assert.Equal(Accounts.Jana, signedIn!.User.UserName);
        Assert.Equal(_accounts.Clock.GetUtcNow(), (await _accounts.UserAsync()).LastSignInAt);
    }

    [Theory]
    [InlineData("musterstadt", Accounts.Jana, "Regenschirm Gabel Oboe")]
    [InlineData("musterstadt", "nobody@musterstadt.example", Accounts.Password)]
    [InlineData("anderswo", Accounts.Jana, Accounts.Password)]
    [InlineData("~nobody", Accounts.Jana, Accounts.Password)]
    [InlineData("", "", "")]
    [InlineData("musterstadt", Accounts.Jana, "")]
    [InlineData("musterstadt", "\0", "\0")]
    public async Task SignIn_AnythingWrong_TakesTheSameStepsAndSaysNothing(string institute, string userName, string password)
    {
        await _accounts.AddAsync();
        var writes = _accounts.Store.Writes;

        Assert.Null(await _accounts.SignIn.RunAsync(institute, userName, password));

        Assert.Equal(1, _accounts.Hash.Asked);
        Assert.Equal(writes + 1, _accounts.Store.Writes);
    }

    [Fact]
    public async Task SignIn_HalfCharacters_AreRefused() => Assert.Null(await _accounts.SignIn.RunAsync("\ud800", "\ud800", "\ud800"));

    [Fact]
    public async Task SignIn_WhatIsNoCharacter_IsRefused() => Assert.Null(await _accounts.SignIn.RunAsync("\ufffe", "\ufffe", "\ufffe"));

    [Fact]
    public async Task SignIn_NotActivated_IsRefused()
    {
        await new CreateUser(_accounts.Users).RunAsync(Accounts.Institute, Accounts.Jana, [Role.Advisor]);

        Assert.Null(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, ""));
        Assert.Null(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Accounts.Password));
    }

    [Fact]
    public async Task SignIn_Deactivated_IsRefused()
    {
        await _accounts.AddAsync();
        await new DeactivateUser(_accounts.Users).RunAsync(Accounts.Institute, Accounts.Jana);

        Assert.Null(await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Accounts.Password));
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_IsLockedForAMinuteThenLonger()
    {
        await _accounts.AddAsync();
        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            await FailUntilLockedAsync();

            Assert.False(await CanSignInAsync(TimeSpan.Zero));
            Assert.False(await CanSignInAsync(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1)));
            _accounts.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(await CanSignInAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task SignIn_FourFailuresThenRight_StartsCountingAgain()
    {
        await _accounts.AddAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < LockOut.FreeTries - 1; i++)
            {
                await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, "wrong");
            }

            Assert.True(await CanSignInAsync(TimeSpan.Zero));
        }
    }

    [Fact]
    public async Task SignIn_TriesWhileLocked_DoNotProlongTheLock()
    {
        await _accounts.AddAsync();
        await FailUntilLockedAsync();
        for (var i = 0; i < 59; i++)
        {
            _accounts.Clock.Advance(TimeSpan.FromSeconds(1));
            await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, "wrong");
        }

        Assert.True(await CanSignInAsync(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task SignIn_ManyAtOnce_NoMoreThanFiveAreTried()
    {
        await _accounts.AddAsync();

        var tries = Enumerable.Range(0, 40).Select(i => _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, i < 39 ? "wrong" : Accounts.Password));

        Assert.All(await Task.WhenAll(tries), Assert.Null);
    }

    [Fact]
    public async Task LockOut_ADayWithoutATry_ForgetsFailures()
    {
        await _accounts.AddAsync();
        await FailUntilLockedAsync();
        _accounts.Clock.Advance(TimeSpan.FromDays(1));

        await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, "wrong");

        Assert.True(await CanSignInAsync(TimeSpan.Zero));
    }

    private async Task FailUntilLockedAsync()
    {
        var row = UserRecords.Row(Accounts.Jana);
        do
        {
            await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, "wrong");
        }
        while (!LockOut.IsLocked(
            (await _accounts.Users.Failures.ReadAsync(UserRecords.Partition(Accounts.Institute), row))?.Value, _accounts.Clock.GetUtcNow()));
    }

    private async Task<bool> CanSignInAsync(TimeSpan after)
    {
        _accounts.Clock.Advance(after);
        return await _accounts.SignIn.RunAsync("musterstadt", Accounts.Jana, Accounts.Password) is not null;
    }
}
