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
public sealed class BadInput : Exception
{
    /// <param name="name">The input's field, in camel case.</param>
    /// <param name="code">Stable, in kebab case.</param>
    /// <param name="text">Says what to do next; no personal data.</param>
    public BadInput(string name, string code, LocalizedText text)
        : base(code) => (Field, Code, Text) = (name, code, text);

    public string Field { get; }

    public string Code { get; }

    public LocalizedText Text { get; }
}
