using See360.Core.Institutes;

namespace See360.Move;

/// <summary>What the command line says.</summary>
internal sealed record MoveOptions(EditionName From, EditionName To)
{
    /// <summary>Null: all of the source.</summary>
    public InstituteId? Institute { get; init; }

    public bool Replace { get; init; }

    public bool WithoutKey { get; init; }

    public bool DryRun { get; init; }

    public static string HelpText => """
        See360, moving: copies institutes from one edition to the other, then reads
        both and compares. The source stays as it is. Both must be stopped.

          ./move --from local:DIR --to azure [options]
          ./move --from azure --to local:DIR [options]

        local:DIR          the data folder of a local edition
        azure              the Azure edition, with the settings of its host in the
                           environment: See360__Tables and See360__Blobs (addresses;
                           you are who `az login` has signed in), or See360__Emulator
                           (a connection string); and See360__MasterKey

        --institute ID     only this one (default: all)
        --replace          an institute that the target has already is made equal
                           to the source's: what it has more is lost
        --without-key      do not ask for the master key and leave the target's alone:
                           survey links and the list of objections have no meaning
                           there; for a copy that is never started
        --dry-run          compare, say what would be done, write nothing
        --help             this text

        Run it again after an interruption: it goes on where it was.
        Ends with 0: equal; 1: not finished, or not equal; 2: an option is wrong;
        3: refused, nothing was changed.
        """;

    /// <returns>Null if the help is asked for.</returns>
    /// <exception cref="FormatException">Says which option is wrong and how it is meant.</exception>
    public static MoveOptions? Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--help" or "-h":
                    return null;
                case "--replace" or "--without-key" or "--dry-run":
                    values[args[i]] = "";
                    break;
                case "--from" or "--to" or "--institute":
                    values[args[i]] = i + 1 < args.Count ? args[++i] : throw new FormatException($"{args[i]} needs a value.");
                    break;
                default:
                    throw new FormatException($"There is no option {args[i]}.");
            }
        }

        var options = new MoveOptions(Edition(values, "--from"), Edition(values, "--to"))
        {
            Institute = !values.TryGetValue("--institute", out var text) ? null
                : InstituteId.TryParse(text, out var id) ? id : throw new FormatException("--institute must be an institute's short name."),
            Replace = values.ContainsKey("--replace"),
            WithoutKey = values.ContainsKey("--without-key"),
            DryRun = values.ContainsKey("--dry-run"),
        };
        return options.From != options.To ? options : throw new FormatException("--from and --to are the same.");
    }

    private static EditionName Edition(Dictionary<string, string> values, string name)
    {
        var text = values.GetValueOrDefault(name) ?? throw new FormatException($"{name} is missing: local:DIR or azure.");
        const string Local = "local:";
        return text == "azure" ? new EditionName(null)
            : text.StartsWith(Local, StringComparison.Ordinal) && text.Length > Local.Length ? new EditionName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(text[Local.Length..])))
            : throw new FormatException($"{name} must be local:DIR or azure.");
    }
}

/// <param name="Folder">Of a local edition; null: Azure.</param>
internal sealed record EditionName(string? Folder)
{
    public override string ToString() => Folder is null ? "azure" : $"local:{Folder}";
}
