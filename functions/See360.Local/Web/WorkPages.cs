using System.Collections.Concurrent;
using Microsoft.Extensions.FileProviders;
using See360.Api.Responses;

namespace See360.Local.Web;

/// <summary>The staff's pages: every address that is neither the API's nor a file's gets the one page, which decides by
/// the address what it shows. Files are read once and kept compressed; those with a hash in their name are kept by the
/// browser for good.</summary>
internal sealed class WorkPages(RequestDelegate next, IWebHostEnvironment environment)
{
    private const string Page = "/index.html";
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    private readonly ConcurrentDictionary<string, (DateTimeOffset Changed, Compressed Body)> _known = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not null || IsOthers(http.Request.Path) || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            return next(http);
        }

        var path = http.Request.Path.Value ?? "";
        if (Find(path) is { } file)
        {
            return WriteAsync(http, file, path.StartsWith("/assets/", StringComparison.Ordinal) ? ForGood : AskAgain);
        }

        // What looks like a file and is none must not be answered with a page.
        if (Path.HasExtension(path))
        {
            return next(http);
        }

        if (Find(Page) is { } page)
        {
            return WriteAsync(http, page, AskAgain);
        }

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    private static bool IsOthers(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/s", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/w", StringComparison.OrdinalIgnoreCase);

    private static Task WriteAsync(HttpContext http, Compressed file, string cacheControl)
    {
        http.Response.Headers.CacheControl = cacheControl;
        return file.WriteAsync(http);
    }

    private Compressed? Find(string path)
    {
        if (path.Contains("..", StringComparison.Ordinal) || ContentType(path) is not { } type
            || environment.WebRootFileProvider.GetFileInfo("work" + path) is not { Exists: true, IsDirectory: false } file)
        {
            return null;
        }

        return _known.TryGetValue(path, out var known) && known.Changed == file.LastModified ? known.Body : Read(path, file, type);
    }

    private Compressed Read(string path, IFileInfo file, string type)
    {
        using var stream = file.CreateReadStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var body = Compressed.Once(copy.ToArray(), type);
        _known[path] = (file.LastModified, body);
        return body;
    }

    /// <summary>Null: not a kind of file that the pages consist of.</summary>
    private static string? ContentType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => null,
    };
}
