using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace See360.Azure.Web;

/// <summary>
/// How a request looked at the public address, before Static Web Apps and the Functions host passed it on: who asked, and by https. The
/// host tells the worker of the last proxy alone, and by http; the headers as they reached it are among the data of the trigger.
/// </summary>
/// <remarks>May be believed because the site alone reaches the program (infra/modules/web-link.bicep); whoever called it directly
/// could say any address. Other headers (<c>X-Azure-ClientIP</c>, <c>X-Azure-SocketIP</c>, <c>X-Forwarded-Host</c>) are not read: behind this
/// site a client may send them itself.</remarks>
public sealed partial class PublicSide(IOptions<AzureSettings> settings, ILogger<PublicSide> log)
{
    private const string Headers = "Headers";

    private int _told;

    /// <param name="trigger">The binding data of the HTTP trigger.</param>
    public void Restore(HttpContext http, IReadOnlyDictionary<string, object?> trigger)
    {
        if (settings.Value.BaseUrl?.Scheme == Uri.UriSchemeHttps)
        {
            http.Request.Scheme = Uri.UriSchemeHttps;
        }

        var client = trigger.TryGetValue(Headers, out var headers) && headers is string text && Forwarded(text) is { } forwarded
            ? ForwardedFor.Client(forwarded, settings.Value.Proxies)
            : null;
        if ((client is null || !ForwardedFor.IsPublic(client)) && Interlocked.Exchange(ref _told, 1) == 0)
        {
            LogUnknown(log);
        }

        http.Connection.RemoteIpAddress = client ?? http.Connection.RemoteIpAddress;
    }

    private static string? Forwarded(string headers)
    {
        try
        {
            using var json = JsonDocument.Parse(headers);
            return json.RootElement.ValueKind != JsonValueKind.Object ? null : json.RootElement.EnumerateObject()
                .Where(header => header.Name.Equals("X-Forwarded-For", StringComparison.OrdinalIgnoreCase) && header.Value.ValueKind == JsonValueKind.String)
                .Select(header => header.Value.GetString())
                .LastOrDefault();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Once for each process: it is so for all requests or for none.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "A request has no public address in X-Forwarded-For: limits per address may count everybody as one. The setting See360__Proxies may be wrong")]
    private static partial void LogUnknown(ILogger log);
}
