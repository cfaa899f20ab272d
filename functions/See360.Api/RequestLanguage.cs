using Microsoft.AspNetCore.Http;
using See360.Core.Texts;

namespace See360.Api;

public static class RequestLanguage
{
    private const string Parameter = "language";

    /// <summary>The language that the address names (<c>language=en</c>: of a link to a file, of which the page can't set headers), else the one that the
    /// browser asks for with Accept-Language; German unless English is wanted more.</summary>
    public static Language Language(this HttpRequest request)
    {
        if (request.Query[Parameter].ToString() is var named && (Is(named, "de") || Is(named, "en")))
        {
            return Is(named, "en") ? Core.Texts.Language.En : Core.Texts.Language.De;
        }

        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(name => Is(name, "de") || Is(name, "en"));
        return wanted is not null && Is(wanted, "en") ? Core.Texts.Language.En : Core.Texts.Language.De;
    }

    private static bool Is(string name, string language) =>
        name.Equals(language, StringComparison.OrdinalIgnoreCase) || name.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
