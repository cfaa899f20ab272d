using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using See360.Core.Storage;

namespace See360.Api.Responses;

/// <summary>The built survey page, from <c>survey/</c> below the host's web root. Read once, kept compressed.</summary>
internal sealed partial class SurveyFiles(IWebHostEnvironment environment)
{
    private const string TextPlace = "<!--see360-noscript-->";
    private const string SurveyPlace = "<!--see360-survey-->";

    private readonly ConcurrentDictionary<string, Compressed> _assets = new();
    private string? _shell;
    private string? _preloads;

    /// <summary>The page; null if it has not been built.</summary>
    /// <param name="noScript">HTML for browsers without JavaScript.</param>
    /// <param name="survey">What the API would answer, so that a slow network is asked once less. A data block is no
    /// code: the policy against inline code does not concern it, and RecordJson writes no character that could end it.</param>
    public byte[]? Shell(string noScript, SurveyView? survey)
    {
        var data = survey is null
            ? ""
            : $"<script type=\"application/json\" id=\"survey-data\">{Encoding.UTF8.GetString(RecordJson.Write(survey).Span)}</script>";
        return Html is not { } html
            ? null
            : Encoding.UTF8.GetBytes(html.Replace(TextPlace, noScript, StringComparison.Ordinal).Replace(SurveyPlace, data, StringComparison.Ordinal));
    }

    /// <summary>For the header <c>Link</c> (RFC 8288) of the page: its script and its style sheet, so that a slow phone
    /// asks for them before it has begun to read the page. Empty if the page has not been built.</summary>
    public string Preloads => _preloads ??= string.Join(", ", AssetReference().Matches(Html ?? "").Select(match =>
        $"<{match.Groups["path"].Value}>; rel={(match.Groups["path"].Value.EndsWith(".js", StringComparison.Ordinal) ? "modulepreload" : "preload; as=style; crossorigin")}"));

    private string? Html => _shell ??= Read("survey/index.html") is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

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

    [GeneratedRegex(@"(?:src|href)=""(?<path>/s/assets/[A-Za-z0-9_.-]+\.(?:js|css))""")]
    private static partial Regex AssetReference();
}
