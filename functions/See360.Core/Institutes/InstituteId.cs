using System.Diagnostics.CodeAnalysis;
using See360.Core.Storage;

namespace See360.Core.Institutes;

/// <summary>The short name that people type when they sign in: 2 to 30 characters of a–z, 0–9 and hyphen.</summary>
public readonly record struct InstituteId : ITypedId<InstituteId>
{
    private readonly string? _text;

    private InstituteId(string text) => _text = text;

    public static bool TryParse([NotNullWhen(true)] string? text, out InstituteId id)
    {
        var ok = text is { Length: >= 2 and <= 30 } && text[0] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        id = ok ? new InstituteId(text!) : default;
        return ok;
    }

    /// <exception cref="FormatException">Not an institute's id.</exception>
    public static InstituteId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not an institute id.");

    public override string ToString() => _text ?? throw new InvalidOperationException("An institute id without a value.");
}
