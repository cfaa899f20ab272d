using FsCheck;
using FsCheck.Fluent;
using See360.Core.Cycles;
using See360.Core.Results;
using See360.Core.Results.Facts;

namespace See360.Core.Tests.Results;

/// <summary>The columns against the dictionary that they are made of.</summary>
public class AdvisorReturnsTests
{
    [Fact]
    public void Of_AnyReturns_HoldsThem() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var (given, found) = Both(new Random(seed), new TextCodes());

            Assert.Equal(given.OrderBy(r => r.Key, StringComparer.Ordinal), found.OrderBy(r => r.Key, StringComparer.Ordinal));
            Assert.All(given, r => Assert.Equal(r.Value, found[r.Key]));
            Assert.Equal((given.Count, false, false), (found.Count, found.ContainsKey("nobody"), found.TryGetValue("nobody", out _)));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Sum_OfAnyAdvisors_IsWhatTheyAddUpTo() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var (random, names) = (new Random(seed), new TextCodes());
            var (given, found) = Both(random, names);
            var wanted = given.Keys.Where(_ => random.Next(2) == 0).ToHashSet();

            var sum = found.Sum(names.Where(wanted.Contains));

            var of = given.Where(r => wanted.Contains(r.Key)).Select(r => r.Value).ToList();
            Assert.Equal(
                new AdvisorReturn(
                    of.Sum(r => r.Invited), of.Sum(r => r.Bounced), of.Sum(r => r.Answered), Kept(of, r => r.Opened), Kept(of, r => r.Started), Kept(of, r => r.Declined)),
                sum);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void AddTo_AnySums_AddsEachAdvisorsOwn() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var names = new TextCodes();
            var (given, found) = Both(new Random(seed), names);
            var sums = new (int Invited, int Bounced, int Answered)[names.Texts.Count];

            found.AddTo(sums);
            found.AddTo(sums);

            Assert.All(names.Texts.Index(), n => Assert.Equal(
                given.TryGetValue(n.Item, out var own) ? (2 * own.Invited, 2 * own.Bounced, 2 * own.Answered) : default, sums[n.Index]));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void MarkOf_IsTheSameOfTheSameNumbersAndAnotherOfOthers() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var (given, found) = Both(new Random(seed), new TextCodes());
            var (others, first) = (new TextCodes(), given.Keys.FirstOrDefault("nobody"));
            others.Of("another first");

            Assert.Equal(found.MarkOf(7), AdvisorReturns.Of(given, others).MarkOf(7));
            given[first] = (given.GetValueOrDefault(first) ?? new AdvisorReturn(0, 0, 0)) with { Answered = 1_000_000 };
            Assert.NotEqual(found.MarkOf(7), AdvisorReturns.Of(given, others).MarkOf(7));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Of_MoreNamesThanNumbers_AddsUpThoseThatShareOne()
    {
        var names = new TextCodes();
        for (var n = 0; n < ushort.MaxValue; n++)
        {
            names.Of($"somebody{n}");
        }

        var found = AdvisorReturns.Of(new Dictionary<string, AdvisorReturn> { ["jana"] = new(3, 1, 2, 2, null, 1), ["timo"] = new(4, 0, 1, 1, 1, 0), ["zoe"] = new(1, 0, 0, 0, 0, 0) }, names);

        Assert.Equal(new AdvisorReturn(8, 1, 3, 3, null, 1), Assert.Single(found.Values));
    }

    [Fact]
    public void Of_TheSameNames_IsTheSameObjectAndOfOthersAnother()
    {
        var names = new TextCodes();
        var first = AdvisorReturns.Of(new Dictionary<string, AdvisorReturn> { ["jana"] = new(3, 1, 2) }, names);

        Assert.Same(first, AdvisorReturns.Of(first, names));
        var others = new TextCodes();
        others.Of("timo");
        Assert.Equal(new AdvisorReturn(3, 1, 2), AdvisorReturns.Of(first, others)["jana"]);
        Assert.Empty(AdvisorReturns.Of(null, names));
    }

    private static (Dictionary<string, AdvisorReturn> Given, AdvisorReturns Found) Both(Random random, TextCodes names)
    {
        // More than two bytes hold, in every third.
        var most = random.Next(3) == 0 ? 100_000 : 100;
        var given = Enumerable.Range(0, random.Next(60)).ToDictionary(
            n => $"advisor{n}",
            _ => new AdvisorReturn(random.Next(most), random.Next(most), random.Next(most), Some(), Some(), Some()));
        return (given, AdvisorReturns.Of(given, names));

        int? Some() => random.Next(3) == 0 ? null : random.Next(most);
    }

    /// <summary>Null if it was not kept of one of them.</summary>
    private static int? Kept(List<AdvisorReturn> of, Func<AdvisorReturn, int?> step) => of.Exists(r => step(r) is null) ? null : of.Sum(r => step(r)!.Value);
}
