using System.Diagnostics;
using System.Text.RegularExpressions;
using OpenTelemetry;

namespace See360.Azure.Telemetry;

/// <summary>
/// Takes out of the program's own spans what must not be written down: a survey link is a key, keys of records hold user names, and
/// search words are names. Comes before whatever sends spans away, so that it does not matter which libraries describe their requests.
/// </summary>
public sealed partial class WithoutLinks : BaseProcessor<Activity>
{
    private const string Gone = "…";

    public override void OnEnd(Activity data)
    {
        data.DisplayName = Clean(data.DisplayName);
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is string text && Clean(text) is var clean && clean != text)
            {
                data.SetTag(name, clean);
            }
        }
    }

    public static string Clean(string text)
    {
        var clean = Queries().Replace(text, "?" + Gone);
        clean = RecordKeys().Replace(clean, $"({Gone})");
        clean = Links().Replace(clean, "$1" + Gone);
        return MailAddresses().Replace(clean, Gone);
    }

    [GeneratedRegex(@"\?[^\s""]+")]
    private static partial Regex Queries();

    /// <summary>Of Table Storage: <c>users(PartitionKey='…',RowKey='…')</c>, also with the characters escaped.</summary>
    [GeneratedRegex(@"(?:\(|%28)PartitionKey.*(?:\)|%29)", RegexOptions.IgnoreCase)]
    private static partial Regex RecordKeys();

    [GeneratedRegex(@"(/(?:s(?!/assets/)|w|api/survey|api/unsubscribe)/)[^/?#\s""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"[^\s@/'""(),;<>=?&]+(?:@|%40)[^\s@/'""(),;<>=?&]+\.[^\s@/'""(),;<>=?&.]+", RegexOptions.IgnoreCase)]
    private static partial Regex MailAddresses();
}
