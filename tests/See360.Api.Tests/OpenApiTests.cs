using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Core.Users;

namespace See360.Api.Tests;

/// <summary>The description of the API names every error that a program has to expect.</summary>
public sealed class OpenApiTests : IAsyncDisposable
{
    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Theory]
    [InlineData("post", "/api/session", "400 401 403 413 415 429 503")]
    [InlineData("get", "/api/session", "401 429 503")]
    [InlineData("get", "/api/surveys", "401 429 503")]
    [InlineData("get", "/api/participants", "400 401 403 429 503")]
    [InlineData("get", "/api/participants/{id}", "401 403 404 429 503")]
    [InlineData("post", "/api/imports", "400 401 403 409 413 415 429 503")]
    [InlineData("post", "/api/imports/{id}/confirm", "400 401 403 404 409 413 429 503")]
    [InlineData("get", "/api/survey/{token}", "404 429 503")]
    [InlineData("put", "/api/survey/{token}/answers", "400 404 409 413 415 429 503")]
    [InlineData("post", "/api/survey/{token}/objection", "400 404 413 429 503")]
    public async Task Operation_ListsItsErrors(string method, string path, string expected)
    {
        var operation = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method);

        Assert.Equal(expected, string.Join(' ', Errors(operation).Select(e => e.Name).Order()));
    }

    [Fact]
    public async Task Operation_Errors_AreProblemDetailsWithACode()
    {
        var document = await DocumentAsync();
        var problem = document.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties");

        Assert.All(new[] { "type", "title", "status", "detail", "code", "errors" }, field => Assert.True(problem.TryGetProperty(field, out _), field));
        Assert.All(
            Operations(document).SelectMany(o => Errors(o.Operation).Select(e => ($"{o.Method} {o.Path} {e.Name}", e.Value))),
            error =>
            {
                var (name, response) = error;
                var content = response.TryGetProperty("content", out var types) ? types.EnumerateObject().Single() : default;
                Assert.True(name is "GET /api/health 503" || content.Name == "application/problem+json", name);
            });
    }

    [Fact]
    public async Task Operation_OfEveryEndpoint_NamesWhatItsMetadataMeans()
    {
        var document = await DocumentAsync();
        foreach (var (method, path, operation) in Operations(document))
        {
            var endpoint = _application.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(e =>
                "/" + e.RoutePattern.RawText!.Trim('/') == path && e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method));
            var session = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
            var role = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is Policies.Advisor or Policies.SalesManagement);
            var errors = Errors(operation).Select(e => e.Name).ToHashSet();

            Assert.True(errors.Contains("429") && errors.Contains("503"), $"{method} {path}");
            Assert.True(!session || errors.Contains("401"), $"{method} {path}: 401");
            Assert.True(!(session && (role || method != "GET")) || errors.Contains("403"), $"{method} {path}: 403");
            Assert.True(!path.Contains('{', StringComparison.Ordinal) || errors.Contains("404"), $"{method} {path}: 404");
            Assert.True(method is not ("POST" or "PUT") || errors.IsSupersetOf(["400", "413"]), $"{method} {path}: 400, 413");
        }
    }

    [Fact]
    public async Task Errors_ThatTheDocumentNames_AreTheOnesAnswered()
    {
        var client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);
        var document = await DocumentAsync();
        _application.Records.Unavailable = true;

        foreach (var (method, path, operation) in Operations(document).Where(o => o.Method != "GET"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{token}", "x", StringComparison.Ordinal).Replace("{id}", "x", StringComparison.Ordinal))
            {
                Content = JsonContent.Create(new { }),
            };
            using var answer = await client.SendAsync(request);

            if (!answer.IsSuccessStatusCode)
            {
                Assert.Contains(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), Errors(operation).Select(e => e.Name));
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            }
        }
    }

    private Task<JsonElement> DocumentAsync() => _application.Anonymous().GetFromJsonAsync<JsonElement>("/api/openapi.json");

    private static IEnumerable<(string Method, string Path, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);

    private static IEnumerable<JsonProperty> Errors(JsonElement operation) =>
        operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] is '4' or '5');
}
