using System.Globalization;

namespace See360.Benchmarks;

/// <summary>The options behind the subcommand: <c>--name value</c>.</summary>
public sealed class Arguments(string[] arguments)
{
    public string Text(string name, string otherwise)
    {
        var at = Array.IndexOf(arguments, "--" + name);
        return at < 0 || at == arguments.Length - 1 ? otherwise : arguments[at + 1];
    }

    public int Number(string name, int otherwise) =>
        int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
