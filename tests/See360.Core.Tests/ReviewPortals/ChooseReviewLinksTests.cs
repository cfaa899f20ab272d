using See360.Core.ReviewPortals;
using See360.Testing;

namespace See360.Core.Tests.ReviewPortals;

public sealed class ChooseReviewLinksTests : IAsyncLifetime
{
    private const string Person = "romy.hoerdt@sparkasse-musterstadt.example";

    private static readonly NewReviewLink s_google = new("Google", "https://g.page/r/abc", "Bei Google bewerten", "Review us on Google", false);
    private static readonly NewReviewLink s_banks = new("Gute Banken", "https://bewertung.example/musterstadt", "Bewerten", "Review", false);

    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();
    private readonly TestBank _bank;
    private readonly ChooseReviewLinks _choose;
    private readonly ShowReviewPortals _show;

    public ChooseReviewLinksTests()
    {
        _bank = new TestBank(_store, _clock);
        var records = new ReviewPortalRecords(_store);
        _choose = new ChooseReviewLinks(_bank.Institutes, records, _clock);
        _show = new ShowReviewPortals(_bank.Institutes, records);
    }

    public Task InitializeAsync() => _bank.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Choose_Portals_AreKeptInOrderAndLogged()
    {
        await ChooseAsync(0, s_google, s_banks);

        var status = await _show.RunAsync(_bank.Id);
        Assert.Equal([("Google", true), ("Gute Banken", false)], status.Portals.Select(p => (p.Link.Portal, p.IsGoogle)));
        var decision = Assert.Single(status.History);
        Assert.Equal((1, Person, FakeClock.Monday, false), (decision.Number, decision.By, decision.At, decision.WarningAccepted));
    }

    [Fact]
    public async Task Choose_PromotersOnlyWithoutTheWarning_IsRefused()
    {
        await ChooseAsync(0, s_banks);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => ChooseAsync(1, s_banks with { PromotersOnly = true }));

        Assert.Equal("warning-not-accepted", refused.Code);
        Assert.False((await _show.RunAsync(_bank.Id)).Portals[0].Link.PromotersOnly);
    }

    [Fact]
    public async Task Choose_PromotersOnlyAfterTheWarning_IsLoggedWithIt()
    {
        await ChooseAsync(0, s_banks);
        _clock.Advance(TimeSpan.FromDays(1));

        await ChooseAsync(1, [s_banks with { PromotersOnly = true }], warningAccepted: true);

        var status = await _show.RunAsync(_bank.Id);
        Assert.True(status.Portals[0].Link.PromotersOnly);
        Assert.Equal([(2, true), (1, false)], status.History.Select(d => (d.Number, d.WarningAccepted)));
        Assert.True(status.History[0].Links[0].PromotersOnly);
    }

    [Fact]
    public async Task Choose_RestrictedPortalLeadsElsewhere_WantsTheWarningAgain()
    {
        var restricted = s_banks with { PromotersOnly = true };
        await ChooseAsync(0, [restricted], warningAccepted: true);

        await ChooseAsync(1, restricted with { LabelDe = "Jetzt bewerten" });
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => ChooseAsync(2, restricted with { Url = "https://anderswo.example/" }));

        Assert.Equal("warning-not-accepted", refused.Code);
    }

    [Theory]
    [InlineData("Google", "https://bewertung.example/")]
    [InlineData("Kartendienst", "https://g.page/r/abc")]
    [InlineData("Kartendienst", "https://www.ｇｏｏｇｌｅ.com/maps")]
    public async Task Choose_GooglePromotersOnly_IsRefusedEvenWithTheWarning(string portal, string url)
    {
        var bad = await Assert.ThrowsAsync<BadInput>(
            () => ChooseAsync(0, [s_google with { Portal = portal, Url = url, PromotersOnly = true }], warningAccepted: true));

        Assert.Equal(("links[0].promotersOnly", "google-for-everybody"), (bad.Field, bad.Code));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://bewertung.example/")]
    [InlineData("https://name:wort@bewertung.example/")]
    [InlineData("https://localhost/")]
    [InlineData("https:///")]
    [InlineData("bewertung")]
    public async Task Choose_AddressThatIsNone_IsRefused(string url) =>
        Assert.Equal("links[0].url", (await Assert.ThrowsAsync<BadInput>(() => ChooseAsync(0, s_banks with { Url = url }))).Field);

    [Fact]
    public async Task Choose_TwiceTheSamePortalOrTooMany_IsRefused()
    {
        await Assert.ThrowsAsync<BadInput>(() => ChooseAsync(0, s_banks, s_banks with { Url = "https://zwei.example/" }));
        await Assert.ThrowsAsync<BadInput>(() => ChooseAsync(
            0, [.. Enumerable.Range(0, ReviewLinkChecks.MostLinks + 1).Select(i => s_banks with { Portal = $"{i}", Url = $"https://p{i}.example/" })]));
        await Assert.ThrowsAsync<BadInput>(() => ChooseAsync(0, (NewReviewLink)null!));
    }

    [Fact]
    public async Task Choose_ForeignLetters_AreShownAsTheyAreAskedFor()
    {
        await ChooseAsync(0, s_banks with { Url = "https://bewertung-müller.example/a b" });

        Assert.Equal("https://xn--bewertung-mller-9vb.example/a%20b", (await _show.RunAsync(_bank.Id)).Portals[0].Link.Url);
    }

    [Fact]
    public async Task Choose_NothingNew_IsNoDecision()
    {
        await ChooseAsync(0, s_banks);
        await ChooseAsync(1, s_banks);

        Assert.Single((await _show.RunAsync(_bank.Id)).History);
    }

    [Fact]
    public async Task Choose_SomebodyElseWasFaster_IsRefused()
    {
        await ChooseAsync(0, s_banks);

        Assert.Equal("review-links-changed", (await Assert.ThrowsAsync<RuleBroken>(() => ChooseAsync(0, s_google))).Code);
    }

    private Task ChooseAsync(int seen, params NewReviewLink[] links) => ChooseAsync(seen, links, warningAccepted: false);

    private Task ChooseAsync(int seen, NewReviewLink[] links, bool warningAccepted) =>
        _choose.RunAsync(_bank.Id, links, warningAccepted, Person, seen);
}
