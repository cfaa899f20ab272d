using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Tests.Results.Slices;

public class SliceTests
{
    private static readonly DateOnly _today = new(2026, 11, 22);

    [Fact]
    public void Parse_Nothing_IsTwelveMonthsOfEverything()
    {
        Assert.Equal(Slice.Everything.ToString(), Slice.Parse(new SliceParameters()).ToString());
        Assert.Equal(("", "12m"), (Slice.Everything.ToString(), Slice.Everything.Period.Token));
    }

    [Fact]
    public void Parse_EveryParameter_IsRead()
    {
        var slice = Slice.Parse(new SliceParameters(
            "beratung", "2026-Q3", "111", "Jana.Berg@bank.example", "Privat & Co", "Video", "financing", "adviceQuality", "2", "lastYear"));

        Assert.Equal(
            "surveys=beratung&period=2026-Q3&unit=111&advisor=jana.berg%40bank.example&segment=Privat%20%26%20Co&channel=Video&field=financing&factor=adviceQuality&version=2&compare=lastYear",
            slice.ToString());
        Assert.Equal((BusinessField.Financing, CompetitiveFactor.AdviceQuality), (slice.Field, slice.Factor));
    }

    [Fact]
    public void Parse_SurveysInAnyOrderAndTwice_IsTheSameSlice() =>
        Assert.Equal(
            Slice.Parse(new SliceParameters("beratung,service")).ToString(),
            Slice.Parse(new SliceParameters(" service, beratung,,service")).ToString());

    [Theory]
    [InlineData("period", "gestern")]
    [InlineData("period", "2026-Q5")]
    [InlineData("period", "1999-Q4")]
    [InlineData("period", "2026-02-30..2026-03-01")]
    [InlineData("period", "2026-01-01...2026-02-01")]
    [InlineData("period", "2101-01-01..2101-02-01")]
    [InlineData("surveys", "Beratung")]
    [InlineData("surveys", "a,b")]
    [InlineData("field", "Financing")]
    [InlineData("field", "1")]
    [InlineData("factor", "nothing")]
    [InlineData("version", "0")]
    [InlineData("version", "-1")]
    [InlineData("version", "99999999999999")]
    [InlineData("compare", "Previous")]
    public void Parse_WhatSaysNothing_NamesTheField(string field, string value)
    {
        var bad = Assert.Throws<BadInput>(() => Slice.Parse(With(field, value)));

        Assert.Equal(field, bad.Field);
    }

    [Fact]
    public void Parse_EndBeforeStart_IsSaidSo() =>
        Assert.Equal("period-reversed", Assert.Throws<BadInput>(() => Slice.Parse(new SliceParameters(Period: "2026-06-30..2026-01-01"))).Code);

    [Fact]
    public void Parse_SeveralWrong_NamesThemAll() => Assert.Equal(
        ["surveys", "period", "field"],
        Assert.Throws<BadInput>(() => Slice.Parse(new SliceParameters("Ä", "x", Field: "x"))).Each.Select(b => b.Field));

    [Theory]
    [InlineData(null, "2", null, null, "version-without-survey")]
    [InlineData("a1,b1", "2", null, null, "version-without-survey")]
    [InlineData(null, null, "all", "previous", "compare-everything")]
    [InlineData(null, null, "all", "lastYear", "compare-everything")]
    [InlineData(null, null, null, "institute", "compare-institute")]
    public void Parse_WhatDoesNotGoTogether_IsRefused(string? surveys, string? version, string? period, string? compare, string code) =>
        Assert.Equal(code, Assert.Throws<BadInput>(() => Slice.Parse(new SliceParameters(surveys, period, Version: version, Compare: compare))).Code);

    [Theory]
    [InlineData("12m", "2025-11-23..2026-11-22", "2024-11-23..2025-11-22")]
    [InlineData("6m", "2026-05-23..2026-11-22", "2025-11-23..2026-05-22")]
    [InlineData("3m", "2026-08-23..2026-11-22", "2026-05-23..2026-08-22")]
    [InlineData("4w", "2026-10-26..2026-11-22", "2026-09-28..2026-10-25")]
    [InlineData("year", "2026-01-01..2026-11-22", "2025-02-09..2025-12-31")]
    [InlineData("lastYear", "2025-01-01..2025-12-31", "2024-01-01..2024-12-31")]
    [InlineData("2026-Q1", "2026-01-01..2026-03-31", "2025-10-01..2025-12-31")]
    [InlineData("2026-03-01..2026-03-10", "2026-03-01..2026-03-10", "2026-02-19..2026-02-28")]
    public void Days_OfAToken_AndThoseBefore(string token, string days, string before)
    {
        var period = SlicePeriod.Parse(token);

        Assert.Equal((days, before), (Text(period.Days(_today, null)), Text(period.Before(_today))));
    }

    [Fact]
    public void Days_OfEverything_BeginWithTheFirstAnswer()
    {
        Assert.Equal((new DateOnly(2024, 3, 1), _today), SlicePeriod.All.Days(_today, new DateOnly(2024, 3, 1)));
        Assert.Equal((_today, _today), SlicePeriod.All.Days(_today, null));
    }

    [Fact]
    public void Before_AnyPeriodOnAnyDay_EndsOnTheDayBefore() => Prop.ForAll(
        Gen.Elements("12m", "6m", "3m", "4w", "year", "lastYear", "2026-Q2", "2024-02-29..2026-01-01").ToArbitrary(),
        Gen.Choose(0, 4000).ToArbitrary(),
        (token, day) =>
        {
            var today = new DateOnly(2022, 1, 1).AddDays(day);
            var (period, days) = (SlicePeriod.Parse(token), SlicePeriod.Parse(token).Days(today, null));

            Assert.True(days.From <= days.To);
            Assert.Equal(days.From.AddDays(-1), period.Before(today).To);
            Assert.True(period.Before(today).From <= period.Before(today).To);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void ToString_OfAnySlice_ReadsBackAsTheSame() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var slice = Random(random);
            var read = System.Web.HttpUtility.ParseQueryString(slice.ToString());

            var again = Slice.Parse(new SliceParameters(
                read["surveys"], read["period"], read["unit"], read["advisor"], read["segment"], read["channel"], read["field"], read["factor"], read["version"], read["compare"]));

            Assert.Equal(slice.ToString(), again.ToString());
            Assert.Equal(slice with { Surveys = [] }, again with { Surveys = [] });
            Assert.Equal(slice.Surveys, again.Surveys);
        }).Check(Config.QuickThrowOnFailure);

    private static Slice Random(Random random)
    {
        string[] names = ["111", "Ä & Ö", "a+b=c", "%41", "é\u0301", "a,b"];
        string? Some(string text) => random.Next(2) == 0 ? null : text;
        return Slice.Parse(new SliceParameters(
            "beratung", new[] { null, "6m", "year", "2026-Q1", "2025-01-01..2025-01-01" }[random.Next(5)], names[random.Next(6)], Some("jana@bank.example"),
            Some(names[random.Next(6)]), Some(names[random.Next(6)]), Some("payments"), Some("price"), Some("3"),
            new[] { null, "previous", "lastYear", "institute" }[random.Next(4)]));
    }

    private static SliceParameters With(string field, string value) => field switch
    {
        "period" => new SliceParameters(Period: value),
        "surveys" => new SliceParameters(Surveys: value),
        "field" => new SliceParameters(Field: value),
        "factor" => new SliceParameters(Factor: value),
        "version" => new SliceParameters(Surveys: "beratung", Version: value),
        _ => new SliceParameters(Compare: value),
    };

    private static string Text((DateOnly From, DateOnly To) days) => $"{days.From:yyyy-MM-dd}..{days.To:yyyy-MM-dd}";
}
