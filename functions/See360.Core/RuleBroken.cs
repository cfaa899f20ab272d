using See360.Core.Texts;

namespace See360.Core;

/// <summary>A command that the rules refuse (HTTP 409).</summary>
public sealed class RuleBroken : Exception
{
    /// <param name="code">Stable, in kebab case.</param>
    /// <param name="text">Says what to do next; no personal data.</param>
    public RuleBroken(string code, LocalizedText text)
        : base(code) => (Code, Text) = (code, text);

    public string Code { get; }

    public LocalizedText Text { get; }
}

/// <summary>Input that can't be accepted (HTTP 400).</summary>
/// <remarks>Speaks of the first field that is wrong; <see cref="Each"/> has all of them.</remarks>
public sealed class BadInput : Exception
{
    private readonly IReadOnlyList<BadInput>? _each;

    /// <param name="name">The input's field, in camel case.</param>
    /// <param name="code">Stable, in kebab case.</param>
    /// <param name="text">Says what to do next; no personal data.</param>
    public BadInput(string name, string code, LocalizedText text)
        : base(code) => (Field, Code, Text) = (name, code, text);

    private BadInput(IReadOnlyList<BadInput> each)
        : this(each[0].Field, each[0].Code, each[0].Text) => _each = each;

    public string Field { get; }

    public string Code { get; }

    public LocalizedText Text { get; }

    /// <summary>One for each field that is wrong; this one alone, unless several were judged at once.</summary>
    public IReadOnlyList<BadInput> Each => _each ?? [this];

    /// <summary>Judges several fields, so that a person corrects all of them in one go.</summary>
    /// <param name="checks">Each throws if its field is wrong.</param>
    /// <exception cref="BadInput">With what all of them have found.</exception>
    public static void Demand(params ReadOnlySpan<Action> checks)
    {
        List<BadInput> found = [];
        foreach (var check in checks)
        {
            try
            {
                check();
            }
            catch (BadInput bad)
            {
                found.Add(bad);
            }
        }

        if (found.Count > 0)
        {
            throw new BadInput(found);
        }
    }
}
