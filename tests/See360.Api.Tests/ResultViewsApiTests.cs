using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using See360.Core.Users;
using See360.Testing;
using static See360.Api.Tests.ResultsScene;
using static See360.Testing.ResultsBank;

namespace See360.Api.Tests;

public sealed class ResultViewsApiTests : IAsyncDisposable
{
    private static readonly string[] s_views =
        ["overview", "grid", "organisation", "questions", "trend", "comments", "selfImage", "return", "loyalty", "management", "maturity"];

    private readonly See360Application _application = new();
    private readonly ResultsBank _bank;

    public ResultViewsApiTests() => _bank = new ResultsBank(_application.Records, _application.Clock, Bank);

    public static TheoryData<string> Views => [.. s_views];

    public static TheoryData<string> ViewsAndChoices => [.. s_views, "choices"];

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Theory]
    [MemberData(nameof(ViewsAndChoices))]
    public async Task View_WithoutSessionOrRole_IsRefused(string view)
    {
        using var nobody = await _application.Anonymous().GetAsync($"/api/results/{view}");
        using var noRole = await (await _application.SignedInAs(Bank, "norole@musterbank.example")).GetAsync($"/api/results/{view}");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (nobody.StatusCode, noRole.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task View_OfAnotherInstitute_IsNeverSeen(string view)
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs("andere-bank", Manager, Role.SalesManagement, Role.Head, Role.Advisor);

        Assert.Equal(0, (await GetAsync(client, view)).GetProperty("head").GetProperty("sheets").GetInt32());
        using var unit = await client.GetAsync($"/api/results/{view}?unit=111");
        using var advisor = await client.GetAsync($"/api/results/{view}?advisor={Jana}");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (unit.StatusCode, advisor.StatusCode));
    }

    [Theory]
    [InlineData(Role.SalesManagement, Manager, "", HttpStatusCode.OK)]
    [InlineData(Role.SalesManagement, Manager, "unit=111", HttpStatusCode.OK)]
    [InlineData(Role.SalesManagement, Manager, "unit=120", HttpStatusCode.OK)]
    [InlineData(Role.SalesManagement, Manager, "advisor=" + Jana, HttpStatusCode.NotFound)]
    [InlineData(Role.Head, Head, "", HttpStatusCode.OK)]
    [InlineData(Role.Head, Head, "unit=100", HttpStatusCode.OK)]
    [InlineData(Role.Head, Head, "unit=110", HttpStatusCode.OK)]
    [InlineData(Role.Head, Head, "unit=111", HttpStatusCode.OK)]
    [InlineData(Role.Head, Head, "unit=120", HttpStatusCode.NotFound)]
    [InlineData(Role.Head, Head, "advisor=" + Jana, HttpStatusCode.NotFound)]
    [InlineData(Role.Head, Head, "advisor=" + Head, HttpStatusCode.NotFound)]
    [InlineData(Role.Head, Board, "unit=120", HttpStatusCode.OK)]
    [InlineData(Role.Advisor, Jana, "", HttpStatusCode.OK)]
    [InlineData(Role.Advisor, Jana, "advisor=" + Jana, HttpStatusCode.OK)]
    [InlineData(Role.Advisor, Jana, "unit=111", HttpStatusCode.OK)]
    [InlineData(Role.Advisor, Jana, "unit=110", HttpStatusCode.NotFound)]
    [InlineData(Role.Advisor, Jana, "unit=120", HttpStatusCode.NotFound)]
    [InlineData(Role.Advisor, Jana, "advisor=" + Timo, HttpStatusCode.NotFound)]
    [InlineData(Role.Advisor, Jana, "advisor=nobody@musterbank.example", HttpStatusCode.NotFound)]
    [InlineData(Role.Advisor, Head, "unit=111", HttpStatusCode.NotFound)]
    public async Task View_ByRole_IsWhatMayBeSeen(Role role, string userName, string slice, HttpStatusCode expected)
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, userName, role);
        foreach (var view in s_views)
        {
            using var answer = await client.GetAsync($"/api/results/{view}?{slice}");

            Assert.Equal((view, expected), (view, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Choices_ByRole_AreWhatMayBeSeen()
    {
        await OpenAsync(_bank);
        var all = await GetAsync(await _application.SignedInAs(Bank, Manager, Role.SalesManagement), "choices");
        var head = await GetAsync(await _application.SignedInAs(Bank, Head, Role.Head), "choices");
        var own = await GetAsync(await _application.SignedInAs(Bank, Jana, Role.Advisor), "choices");

        Assert.Equal(("100.0 110.1 111.2 120.1", ""), (Units(all), Advisors(all)));
        Assert.Equal(("100.0 110.1 111.2", ""), (Units(head), Advisors(head)));
        Assert.Equal(("100.0 111.1", Jana), (Units(own), Advisors(own)));
        Assert.Equal((true, true, false), (MayExport(all), MayExport(head), MayExport(own)));
        Assert.Equal("beratung", all.GetProperty("surveys").EnumerateArray().Single().GetProperty("id").GetString());

        static string Units(JsonElement choices) => string.Join(' ', choices.GetProperty("units").EnumerateArray().Select(u => $"{u.GetProperty("number")}.{u.GetProperty("depth")}"));
        static string Advisors(JsonElement choices) => string.Join(' ', choices.GetProperty("advisors").EnumerateArray().Select(a => a.GetProperty("userName")));
        static bool MayExport(JsonElement choices) => choices.GetProperty("mayExport").GetBoolean();
    }

    [Fact]
    public async Task Overview_UnitAgainstTheRest_AddsUpToTheInstitute()
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);

        var all = await GetAsync(client, "overview");
        var unit = await GetAsync(client, "overview?unit=111&compare=institute");

        Assert.Equal((4, 50.0), (N(all.GetProperty("nps")), Value(all.GetProperty("nps"))));
        Assert.Equal((3, 1), (N(unit.GetProperty("nps")), N(unit.GetProperty("compared").GetProperty("nps").GetProperty("figure"))));
        Assert.False(unit.GetProperty("compared").GetProperty("nps").GetProperty("diff").GetProperty("reliable").GetBoolean());
        Assert.Contains(unit.GetProperty("head").GetProperty("notes").EnumerateArray(), n => n.GetString()!.Contains("übrigen Haus", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ViewsAndChoices))]
    public async Task View_NothingNew_Is304_AndANewAnswerIs200(string view)
    {
        var cycle = await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);
        using var first = await client.GetAsync($"/api/results/{view}");
        using var second = await AgainAsync(client, view, first);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));

        await _bank.AnsweredAsync(cycle, Scores(nps: 1));
        _application.Clock.Advance(TimeSpan.FromSeconds(10));
        using var third = await AgainAsync(client, view, first);

        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task View_AnotherLanguage_HasAnotherTag()
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);
        using var first = await client.GetAsync("/api/results/overview");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        using var second = await AgainAsync(client, "overview", first);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Theory]
    [InlineData("period=2026-06-30..2026-01-01", "period", "period-reversed")]
    [InlineData("period=x", "period", "period-unknown")]
    [InlineData("surveys=gibt-es-nicht", "surveys", "survey-unknown")]
    [InlineData("unit=999", "unit", "unit-unknown")]
    [InlineData("unit=111&unit=110", "unit", "unit-unknown")]
    [InlineData("segment=Unbekannt", "segment", "segment-unknown")]
    [InlineData("channel=Unbekannt", "channel", "channel-unknown")]
    [InlineData("field=x", "field", "field-unknown")]
    [InlineData("factor=x", "factor", "factor-unknown")]
    [InlineData("surveys=beratung&version=7", "version", "version-unknown")]
    [InlineData("compare=institute", "compare", "compare-institute")]
    [InlineData("compare=institute&unit=100", "compare", "compare-institute")]
    public async Task View_BadSlice_Is400WithTheFieldAndAText(string slice, string field, string code)
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);
        foreach (var view in s_views)
        {
            using var answer = await client.GetAsync($"/api/results/{view}?{slice}");
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

            Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
            Assert.Contains("Bitte", problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.SalesManagement, Manager, "", "nett,Schnell,melden", null)]
    [InlineData(Role.Head, Head, "", "nett,Schnell,melden", null)]
    [InlineData(Role.Advisor, Jana, "", "nett,melden", null)]
    [InlineData(Role.Advisor, Jana, "?advisor=" + Jana, "nett,melden", "Herr Hans Stengel")]
    [InlineData(Role.Advisor, Jana, "?unit=111", "nett,melden", null)]
    public async Task Comments_ByRole_NameTheGiverToTheAdvisorHimselfAlone(Role role, string userName, string slice, string words, string? from)
    {
        await OpenAsync(_bank);

        var view = await GetAsync(await _application.SignedInAs(Bank, userName, role), "comments" + slice);

        var comments = view.GetProperty("comments").EnumerateArray().ToList();
        Assert.Equal(words.Split(','), comments.Select(c => words.Split(',').First(w => c.GetProperty("text").GetString()!.Contains(w, StringComparison.Ordinal))));
        Assert.All(comments, c => Assert.Equal(from, c.GetProperty("from").GetString()));
        Assert.All(comments, c => Assert.Equal("Filiale Altstadt", c.GetProperty("unit").GetString()));
    }

    [Theory]
    [InlineData("SCHNELL", 1)]
    [InlineData("sehr nett", 1)]
    [InlineData("ofter", 1)]
    [InlineData("gibt es nicht", 0)]
    public async Task Comments_WithWords_AreThoseThatHoldThemAll(string words, int expected)
    {
        await OpenAsync(_bank);
        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);
        client.DefaultRequestHeaders.Add("X-See360-Search", Uri.EscapeDataString(words));

        Assert.Equal(expected, (await GetAsync(client, "comments")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("score=promoter", 2)]
    [InlineData("score=none", 0)]
    [InlineData("topic=praise", 2)]
    [InlineData("topic=improve", 1)]
    [InlineData("topic=improve&score=promoter", 0)]
    public async Task Comments_ByScoreAndTopic_AreThose(string query, int expected)
    {
        await OpenAsync(_bank);
        var view = await GetAsync(await _application.SignedInAs(Bank, Manager, Role.SalesManagement), "comments?" + query);

        Assert.Equal(expected, view.GetProperty("total").GetInt32());
        Assert.Equal(2, view.GetProperty("scores").GetProperty("promoter").GetInt32());
    }

    [Theory]
    [InlineData("comments?score=x", "score-unknown")]
    [InlineData("comments?after=x", "after-unknown")]
    [InlineData("trend?step=x", "step-unknown")]
    public async Task View_BadParameterOfItsOwn_Is400(string view, string code)
    {
        await OpenAsync(_bank);
        using var answer = await (await _application.SignedInAs(Bank, Manager, Role.SalesManagement)).GetAsync($"/api/results/{view}");

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Comments_BehindOne_AreTheNext()
    {
        var cycle = await OpenAsync(_bank);
        for (var n = 0; n < 60; n++)
        {
            await _bank.AnsweredAsync(cycle, With("praise", "Sehr gut", Scores(nps: 9)));
        }

        var client = await _application.SignedInAs(Bank, Manager, Role.SalesManagement);
        var first = await GetAsync(client, "comments");
        var second = await GetAsync(client, $"comments?after={first.GetProperty("next").GetString()}");

        var ids = new[] { first, second }.SelectMany(v => v.GetProperty("comments").EnumerateArray()).Select(c => c.GetProperty("id").GetString()).ToList();
        Assert.Equal((63, 63, JsonValueKind.Null), (ids.Count, ids.Distinct().Count(), second.GetProperty("next").ValueKind));
    }

    /// <summary>Whatever stands in the address: never an error of ours, never somebody else's results.</summary>
    [Fact]
    public async Task View_AnyQuery_IsAnsweredOrRefused()
    {
        await OpenAsync(_bank);
        var clients = new[]
        {
            (Client: await _application.SignedInAs(Bank, Jana, Role.Advisor), Units: new[] { "", "100", "111" }, Own: Jana),
            (Client: await _application.SignedInAs(Bank, Head, Role.Head), Units: ["", "100", "110", "111"], Own: ""),
            (Client: await _application.SignedInAs(Bank, Manager, Role.SalesManagement), Units: ["", "100", "110", "111", "120"], Own: ""),
        };
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => AskAsync(new Random(seed), clients).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static async Task AskAsync(Random random, (HttpClient Client, string[] Units, string Own)[] clients)
    {
        string[] names = ["surveys", "period", "unit", "advisor", "segment", "channel", "field", "factor", "version", "compare", "step", "score", "topic", "after", "x"];
        string[] values =
        [
            "", "beratung", "111", "110", "120", "100", Jana, Timo, "12m", "all", "4w", "lastYear", "2026-Q4", "2026-11-01..2026-11-30", "2000-01-01..2100-12-31", "financing",
            "adviceQuality", "1", "previous", "institute", "week", "month", "rolling", "promoter", "praise", "%00", "%ff%fe", "%ED%A0%80", "'%22<script>", "..%2f..",
            new string('a', 5000), "-1", "99999999999999999999", "0001-01-01..0001-01-02", "9999-12-31..9999-12-31", "a,b,c", ",,,", "%F0%9F%98%80", "NaN", "null",
        ];
        var query = string.Join('&', Enumerable.Range(0, random.Next(6)).Select(_ => $"{names[random.Next(names.Length)]}={values[random.Next(values.Length)]}"));
        var (client, units, own) = clients[random.Next(clients.Length)];
        var view = s_views[random.Next(s_views.Length)];

        using var answer = await client.GetAsync($"/api/results/{view}?{query}");

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            var slice = body.GetProperty("head").GetProperty("slice");
            Assert.Contains(slice.GetProperty("unit") is { ValueKind: JsonValueKind.Object } unit ? unit.GetProperty("number").GetString() : "", units);
            Assert.Contains(slice.GetProperty("advisor") is { ValueKind: JsonValueKind.Object } advisor ? advisor.GetProperty("userName").GetString() : "", new[] { "", own });
            Assert.DoesNotContain("Stengel", own.Length > 0 ? "" : body.ToString(), StringComparison.Ordinal);
        }
        else
        {
            Assert.NotEmpty(body.GetProperty("detail").GetString()!);
        }
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string view)
    {
        using var answer = await client.GetAsync($"/api/results/{view}");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> AgainAsync(HttpClient client, string view, HttpResponseMessage before)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/results/{view}");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        return await client.SendAsync(request);
    }

    private static int N(JsonElement figure) => figure.GetProperty("n").GetInt32();

    private static double Value(JsonElement figure) => figure.GetProperty("value").GetDouble();
}
