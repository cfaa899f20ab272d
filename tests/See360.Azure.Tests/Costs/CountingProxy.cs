using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace See360.Azure.Tests.Costs;

/// <summary>Stands between the product and the emulator and counts what is asked on the wire, as the service would bill it.</summary>
internal sealed partial class CountingProxy : IAsyncDisposable
{
    private static readonly string[] _ofTheConnection = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly WebApplication _tables;
    private readonly WebApplication _blobs;

    private CountingProxy(string emulator)
    {
        _tables = Server(new Uri(Endpoint(emulator, "Table")), TableOperation);
        _blobs = Server(new Uri(Endpoint(emulator, "Blob")), BlobOperation);
    }

    public string ConnectionString { get; private set; } = "";

    public static async Task<CountingProxy> StartAsync(string emulator)
    {
        var proxy = new CountingProxy(emulator);
        await proxy._tables.StartAsync();
        await proxy._blobs.StartAsync();
        proxy.ConnectionString = emulator
            .Replace(new Uri(Endpoint(emulator, "Table")).GetLeftPart(UriPartial.Authority), proxy._tables.Urls.Single(), StringComparison.Ordinal)
            .Replace(new Uri(Endpoint(emulator, "Blob")).GetLeftPart(UriPartial.Authority), proxy._blobs.Urls.Single(), StringComparison.Ordinal);
        return proxy;
    }

    /// <summary>What was counted since the last time, by operation.</summary>
    public IReadOnlyDictionary<string, int> Take()
    {
        var taken = _counts.ToDictionary();
        _counts.Clear();
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await _tables.DisposeAsync();
        await _blobs.DisposeAsync();
        _client.Dispose();
    }

    private static string Endpoint(string emulator, string service) => EndpointPattern().Matches(emulator).Single(m => m.Groups[1].Value == service).Groups[2].Value;

    /// <summary>A batch is one transaction; a range costs one for each page.</summary>
    private static string TableOperation(HttpRequest request, string path) => request.Method switch
    {
        "GET" when path.Contains("RowKey=", StringComparison.Ordinal) => "table read",
        "GET" => "table range",
        _ => "table write",
    };

    /// <summary>Listing is billed with writing; deleting is free.</summary>
    private static string BlobOperation(HttpRequest request, string path) => request.Method switch
    {
        "GET" or "HEAD" when !path.Contains("comp=list", StringComparison.Ordinal) => "blob read",
        "DELETE" => "blob delete",
        _ => "blob write or list",
    };

    private WebApplication Server(Uri emulator, Func<HttpRequest, string, string> operation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(http => ForwardAsync(http, emulator, operation));
        return server;
    }

    private async Task ForwardAsync(HttpContext http, Uri emulator, Func<HttpRequest, string, string> operation)
    {
        var path = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        _counts.AddOrUpdate(operation(http.Request, path), 1, (_, count) => count + 1);
        using var asked = new HttpRequestMessage(new HttpMethod(http.Request.Method), emulator.GetLeftPart(UriPartial.Authority) + path);
        if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0)
        {
            asked.Content = new StreamContent(http.Request.Body);
        }
        else if (http.Request.ContentLength == 0)
        {
            asked.Content = new ByteArrayContent([]);
        }

        foreach (var (name, values) in http.Request.Headers.Where(h => !_ofTheConnection.Contains(h.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!asked.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                asked.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        using var answer = await _client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => !_ofTheConnection.Contains(h.Key, StringComparer.OrdinalIgnoreCase)))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        if (http.Request.Method != "HEAD" && http.Response.StatusCode is not (204 or 304))
        {
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }

    [GeneratedRegex("(Table|Blob)Endpoint=([^;]+);")]
    private static partial Regex EndpointPattern();
}
