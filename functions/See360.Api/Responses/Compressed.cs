using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace See360.Api.Responses;

/// <summary>A body and its compressed forms. The survey page is made for slow networks: what never changes is
/// compressed once and well, what is made for one request is compressed fast.</summary>
public sealed class Compressed
{
    private readonly byte[] _plain;
    private readonly byte[] _brotli;
    private readonly byte[] _gzip;
    private readonly string _contentType;

    private Compressed(byte[] plain, byte[] brotli, byte[] gzip, string contentType) =>
        (_plain, _brotli, _gzip, _contentType) = (plain, brotli, gzip, contentType);

    public static Compressed Once(byte[] body, string contentType) => new(
        body,
        Pack(body, stream => new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)),
        Pack(body, stream => new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)),
        contentType);

    public Task WriteAsync(HttpContext http)
    {
        var (body, encoding) = Encoding(http.Request) switch
        {
            "br" => (_brotli, "br"),
            "gzip" => (_gzip, "gzip"),
            _ => (_plain, null),
        };
        return WriteAsync(http, body, encoding, _contentType);
    }

    /// <summary>Compresses for this request only.</summary>
    public static Task WriteAsync(HttpContext http, byte[] body, string contentType)
    {
        var encoding = Encoding(http.Request);
        var packed = encoding switch
        {
            "br" => Pack(body, stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true)),
            "gzip" => Pack(body, stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)),
            _ => body,
        };
        return WriteAsync(http, packed, encoding, contentType);
    }

    private static Task WriteAsync(HttpContext http, byte[] body, string? encoding, string contentType)
    {
        var response = http.Response;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static string? Encoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is null or > 0).Select(e => e.Value.Value).ToArray();
        return accepted.Contains("br", StringComparer.OrdinalIgnoreCase) ? "br"
            : accepted.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? "gzip"
            : null;
    }

    private static byte[] Pack(byte[] body, Func<Stream, Stream> into)
    {
        using var packed = new MemoryStream();
        using (var stream = into(packed))
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }
}
