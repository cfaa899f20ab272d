using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using See360.Api.Access;
using See360.Api.Problems;

namespace See360.Api;

/// <summary>Adds to the description of each endpoint the errors that the pipeline and the rules can answer, all of them
/// problem details. Read off what the endpoint says of itself, so that a new one is described without a word more.</summary>
internal static class OpenApiErrors
{
    private const string ContentType = "application/problem+json";

    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var document = context.Document!;
        if (document.Components?.Schemas?.ContainsKey(nameof(Problem)) != true)
        {
            document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancel));
        }

        operation.Responses ??= [];
        foreach (var status in Statuses(operation, context.Description.HttpMethod ?? "", context.Description.ActionDescriptor.EndpointMetadata))
        {
            var key = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (operation.Responses.TryGetValue(key, out var present) && present.Content is { Count: > 0 } content && !content.ContainsKey(ContentType))
            {
                continue; // The endpoint answers this status with a body of its own.
            }

            operation.Responses[key] = new OpenApiResponse
            {
                Description = ProblemTexts.Of(status).Title.En,
                Content = new Dictionary<string, OpenApiMediaType> { [ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document) } },
            };
        }
    }

    private static IEnumerable<int> Statuses(OpenApiOperation operation, string method, IList<object> metadata)
    {
        var session = metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();
        var changes = method is not ("GET" or "HEAD");
        var takesBody = method is "POST" or "PUT" or "PATCH";
        var inPath = operation.Parameters?.Any(p => p.In == ParameterLocation.Path) == true;
        var inQuery = operation.Parameters?.Any(p => p.In == ParameterLocation.Query) == true;
        var declared = operation.Responses!.Keys.Where(k => int.TryParse(k, out var code) && code >= 400).Select(int.Parse);
        (int Status, bool Applies)[] usual =
        [
            (StatusCodes.Status400BadRequest, takesBody || inQuery),
            (StatusCodes.Status401Unauthorized, session),
            (StatusCodes.Status403Forbidden, (session && changes) || metadata.OfType<OwnPagesOnly>().Any() || metadata.OfType<IAuthorizeData>().Any(a => a.Policy is not null)),
            (StatusCodes.Status404NotFound, inPath),
            (StatusCodes.Status409Conflict, changes && !metadata.OfType<NeverConflicts>().Any()),
            (StatusCodes.Status413PayloadTooLarge, takesBody),
            (StatusCodes.Status415UnsupportedMediaType, operation.RequestBody is not null),
            (StatusCodes.Status429TooManyRequests, true),
            (StatusCodes.Status503ServiceUnavailable, true),
        ];
        return usual.Where(u => u.Applies).Select(u => u.Status).Union(declared).Order().ToList();
    }
}

/// <summary>Marks an endpoint that changes something and has no rule that could be broken: it never answers 409.</summary>
public sealed class NeverConflicts;
