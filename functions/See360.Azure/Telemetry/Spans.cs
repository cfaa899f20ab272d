using System.Diagnostics;

namespace See360.Azure.Telemetry;

/// <summary>What the program itself tells a trace: each mail that is handed over, by its id, which says nothing of the recipient.</summary>
public static class Spans
{
    public const string Source = "See360";

    private static readonly ActivitySource _source = new(Source);

    internal static Activity? Mail(string id) => _source.StartActivity("mail", ActivityKind.Producer)?.SetTag("see360.mail", id);
}
