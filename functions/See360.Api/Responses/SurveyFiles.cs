using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;

namespace See360.Api.Responses;

/// <summary>The built survey page, from <c>survey/</c> below the host's web root. Read once, kept compressed.</summary>
internal sealed partial class SurveyFiles(IWebHostEnvironment environment)
{
    private const string TextPlace = "<!--see360-noscript-->";

    private readonly ConcurrentDictionary<string, Compressed> _assets = new();
    private string? _shell;

    /// <summary>The page with a text in it for browsers without JavaScript; null if the page has not been built.</summary>
    public byte[]? Shell(string noScript)
    {
        _shell ??= Read("survey/index.html") is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        return _shell is null ? null : Encoding.UTF8.GetBytes(_shell.Replace(TextPlace, noScript, StringComparison.Ordinal));
    }

    /// <summary>A script or style sheet of the page; null if there is none of that name.</summary>
    public Compressed? Asset(string name)
    {
        if (_assets.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!AssetName().IsMatch(name) || Read("survey/assets/" + name) is not { } bytes)
        {
            return null;
        }

        var type = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        };
        return _assets[name] = Compressed.Once(bytes, type);
    }

    private byte[]? Read(string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        using var stream = file.CreateReadStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,80}\.(js|css|svg)$")]
    private static partial Regex AssetName();
}
