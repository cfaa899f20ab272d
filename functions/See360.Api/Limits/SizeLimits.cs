using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using See360.Api.Problems;
using See360.Core.Texts;

namespace See360.Api.Limits;

/// <summary>Refuses what is larger than its endpoint takes: 413 for a body, 431 for headers. A body of unknown length
/// is cut off by the server, or by the stream put in front of it where the server can't.</summary>
internal sealed class SizeLimits(RequestDelegate next, IOptions<ApiOptions> options)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (HeaderBytes(http.Request) > options.Value.HeaderBytes)
        {
            return RefuseAsync(http, StatusCodes.Status431RequestHeaderFieldsTooLarge);
        }

        var named = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        var limit = named is null ? options.Value.BodyBytes : named.MaxRequestBodySize ?? long.MaxValue;
        if (http.Request.ContentLength > limit)
        {
            return RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, named as BodyLimit);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = limit;
        }
        else if (http.Request.ContentLength is null && limit < long.MaxValue)
        {
            http.Request.Body = new LimitedBody(http.Request.Body, limit);
        }

        return next(http);
    }

    private static long HeaderBytes(HttpRequest request)
    {
        long bytes = (request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0);
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
            {
                bytes += name.Length + (value?.Length ?? 0);
            }
        }

        return bytes;
    }

    private static Task RefuseAsync(HttpContext http, int status, BodyLimit? limit = null)
    {
        var problem = Problem.Standard(status, http.Request.Language());
        return (limit?.Text is { } text ? problem.Told("file-too-large", text, http.Request.Language()) : problem).WriteAsync(http);
    }
}

public static class BodyLimits
{
    /// <summary>The largest body that the endpoint takes, in bytes.</summary>
    /// <param name="text">What to do with a larger one, where there is more to say than that it is too large.</param>
    public static TBuilder WithBodyLimit<TBuilder>(this TBuilder endpoint, long bytes, LocalizedText? text = null)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new BodyLimit(bytes, text));
}

internal sealed record BodyLimit(long? MaxRequestBodySize, LocalizedText? Text) : IRequestSizeLimitMetadata;
