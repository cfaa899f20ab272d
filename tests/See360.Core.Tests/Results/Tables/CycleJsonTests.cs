using System.Text;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Results;
using See360.Core.Results.Facts;
using See360.Core.Results.Tables;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Tests.Results.Tables;

/// <summary>The quick way to read a cycle gives what the slow, obvious one does.</summary>
public sealed class CycleJsonTests
{
    [Fact]
    public void Read_AnyCycle_IsAsReadTheSlowWay()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var body = RecordJson.Write(Cycle(random)).ToArray();
            var slow = RecordJson.Read<Cycle>(body);

            var quick = CycleJson.Read(body, new TextCodes());

            AssertSame(slow, quick);
            Assert.Equal(slow.Totals?.ByAdvisor?.Keys.All(name => name.Length < 256) == true, quick.Totals?.ByAdvisor is AdvisorReturns);
        }
    }

    [Theory]
    [InlineData("""{"invited":3}""")]
    [InlineData("""{"invited":3,"bounced":0,"answered":-1}""")]
    [InlineData("""{"invited":3,"bounced":0,"answered":1,"opened":null}""")]
    [InlineData("""{"Invited":3,"bounced":0,"answered":1}""")]
    [InlineData("""{"invited":3,"bounced":0,"answered":1,"more":{"of":[1,2]}}""")]
    public void Read_WhatTheProductDoesNotWrite_IsLeftToTheSlowWay(string advisor)
    {
        var written = Encoding.UTF8.GetString(RecordJson.Write(Cycle(new Random(1)) with { Totals = new CycleTotals(3, 3, 0, 2, 2, 1, 0, new Dictionary<string, AdvisorReturn>()) }).Span);
        var body = Encoding.UTF8.GetBytes(written.Replace("\"byAdvisor\":{}", "\"byAdvisor\":{\"jana\":" + advisor + "}", StringComparison.Ordinal));

        var read = CycleJson.Read(body, new TextCodes());

        Assert.IsNotType<AdvisorReturns>(read.Totals!.ByAdvisor);
        AssertSame(RecordJson.Read<Cycle>(body), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"totals\":{\"byAdvisor\":{")]
    public void Read_NoCycle_IsRefusedAsTheSlowWayRefusesIt(string body) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => CycleJson.Read(Encoding.UTF8.GetBytes(body), new TextCodes()));

    private static void AssertSame(Cycle slow, Cycle quick)
    {
        Assert.Equal(slow.Totals?.ByAdvisor?.OrderBy(r => r.Key, StringComparer.Ordinal), quick.Totals?.ByAdvisor?.OrderBy(r => r.Key, StringComparer.Ordinal));
        Assert.Equal(RecordJson.Write(Without(slow)).ToArray(), RecordJson.Write(Without(quick)).ToArray());

        static Cycle Without(Cycle cycle) => cycle with { Totals = cycle.Totals is { } totals ? totals with { ByAdvisor = null } : null };
    }

    private static Cycle Cycle(Random random)
    {
        var at = new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);
        var names = new[] { "jana.berg@bank.example", "jörg \"der\" Ältere", "a\\b", "名前", new string('x', 300), "" };
        Dictionary<string, AdvisorReturn>? returns = random.Next(4) == 0 ? null : names.Where(n => random.Next(2) == 0 && n.Length <= random.Next(100, 500))
            .ToDictionary(n => n, _ => new AdvisorReturn(random.Next(9), random.Next(9), random.Next(9), Some(), Some(), Some()));
        return new Cycle(
            new CycleId(new IsoWeek(2026, 10), SurveyId.Parse("survey")), at, [new Wave(1, at, "jana", at.AddHours(1), null, 1, 7, 2)],
            PausedAt: random.Next(2) == 0 ? at : null, PauseReason: "bounces",
            Totals: random.Next(5) == 0 ? null : new CycleTotals(9, 8, 1, 7, 6, 5, 4, returns), NewsletterRetryAt: random.Next(2) == 0 ? at : null);

        int? Some() => random.Next(3) == 0 ? null : random.Next(9);
    }
}
