using System.Diagnostics.CodeAnalysis;
using See360.Core.Storage;

namespace See360.Core.Surveys;

/// <summary>A survey of an institute: 2 to 40 characters of a–z, 0–9 and hyphen, e.g. <c>baufinanzierung</c>.</summary>
public readonly record struct SurveyId : ITypedId<SurveyId>
{
    private readonly string? _text;

    private SurveyId(string text) => _text = text;

    public static bool TryParse([NotNullWhen(true)] string? text, out SurveyId id)
    {
        var ok = text is { Length: >= 2 and <= 40 } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        id = ok ? new SurveyId(text!) : default;
        return ok;
    }

    public static SurveyId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not a survey id.");

    public override string ToString() => _text ?? throw new InvalidOperationException("A survey id without a value.");
}
