using Microsoft.AspNetCore.Http;
using See360.Core.Texts;

namespace See360.Api;

public static class RequestLanguage
{
    /// <summary>The language that the browser asks for with Accept-Language; German unless English is wanted more.</summary>
    public static Language Language(this HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(name => Is(name, "de") || Is(name, "en"));
        return wanted is not null && Is(wanted, "en") ? Core.Texts.Language.En : Core.Texts.Language.De;
    }

    private static bool Is(string name, string language) =>
        name.Equals(language, StringComparison.OrdinalIgnoreCase) || name.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
