using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using See360.Core.Responses;
using See360.Core.Texts;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class SurveyPagesApiTests : IAsyncDisposable
{
    private readonly See360Application _application = new();
    private readonly DirectoryInfo _web = Directory.CreateTempSubdirectory("see360-web");

    public SurveyPagesApiTests()
    {
        _web.CreateSubdirectory("survey/assets");
        File.WriteAllText(Path.Combine(_web.FullName, "survey/index.html"), "<!doctype html><noscript><!--see360-noscript--></noscript><main></main><!--see360-survey-->");
        File.WriteAllText(Path.Combine(_web.FullName, "survey/assets/index-1.js"), new string('x', 2000));
        _application.Get<IWebHostEnvironment>().WebRootFileProvider = new PhysicalFileProvider(_web.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _web.Delete(recursive: true);
    }

    [Fact]
    public async Task Page_WithoutJavaScript_NamesTheBankAndHowToReachIt()
    {
        var scene = await InvitedCustomer.InAsync(
            _application.Records, _application.Clock, institute: i => i with { Imprint = i.Imprint with { LegalName = "Bank <b>& Söhne</b>" } });

        using var answer = await _application.Anonymous().GetAsync($"/s/{scene.Token}");

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Sparkasse Musterstadt", html, StringComparison.Ordinal);
        Assert.Contains("01234 5670", html, StringComparison.Ordinal);
        Assert.Contains("Bank &lt;b&gt;&amp; S", html, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Page_BringsTheSurveyAlong_AsDataThatCantEndItsBlock()
    {
        var scene = await InvitedCustomer.InAsync(_application.Records, _application.Clock);
        var client = _application.Anonymous();
        await scene.Save.ExecuteAsync(
            scene.Token, new AnswerInput(0, new Dictionary<string, Answer?> { ["comment"] = new(Text: "</script><script>alert(1)</script>") }, Language.De));

        var html = await client.GetStringAsync($"/s/{scene.Token}");

        var data = html.Split("id=\"survey-data\">")[1].Split("</script>")[0];
        Assert.Equal(await client.GetStringAsync($"/api/survey/{scene.Token}"), data);
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/s/%22%3E%3Cscript%3E")]
    [InlineData("/w/%22%3E%3Cscript%3E")]
    public async Task Page_TokenThatWeDidNotMake_Is404AndEchoesNothing(string path)
    {
        using var answer = await _application.Anonymous().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("script>", (await answer.Content.ReadAsStringAsync()).Replace("noscript>", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ObjectionPage_ButtonWithoutJavaScript_Objects()
    {
        var scene = await InvitedCustomer.InAsync(_application.Records, _application.Clock);
        var client = _application.Anonymous();
        var before = await client.GetStringAsync($"/w/{scene.Token}");

        using var answer = await client.PostAsync($"/w/{scene.Token}", new FormUrlEncodedContent([]));

        Assert.Contains($"action=\"/w/{scene.Token}\"", before, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"/w/{scene.Token}"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(SheetState.Objected, (await scene.Open.ExecuteAsync(scene.Token))!.State);
        Assert.DoesNotContain("<form", await client.GetStringAsync($"/w/{scene.Token}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ObjectionPage_StoreIsFull_IsAPageThatAsksToClickAgain()
    {
        var scene = await InvitedCustomer.InAsync(_application.Records, _application.Clock);
        var client = _application.Anonymous();
        _application.Records.Unavailable = true;

        using var answer = await client.PostAsync($"/w/{scene.Token}", new FormUrlEncodedContent([]));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("in einer Minute noch einmal", html, StringComparison.Ordinal);
        Assert.Contains("could not be saved", html, StringComparison.Ordinal);
        Assert.Contains($"action=\"/w/{scene.Token}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asset_AskedForCompressed_IsSmallAndKeptForGood()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/s/assets/index-1.js");
        request.Headers.AcceptEncoding.ParseAdd("br");

        using var answer = await _application.Anonymous().SendAsync(request);

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, 100);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..%2findex.html")]
    [InlineData("index.html")]
    [InlineData("nothing.js")]
    [InlineData("%01.js")]
    public async Task Asset_AnythingElse_Is404(string name)
    {
        using var answer = await _application.Anonymous().GetAsync("/s/assets/" + name);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
