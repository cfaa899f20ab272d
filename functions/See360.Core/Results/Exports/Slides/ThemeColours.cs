using System.Globalization;
using See360.Core.Mail;

namespace See360.Core.Results.Exports;

/// <summary>The colours of a presentation: the institute's accent, dark enough for text on white; scores from orange (poor) by grey to blue (good), which
/// people who can't tell red from green can tell apart.</summary>
internal static class ThemeColours
{
    public const string Ink = "1B2127";
    public const string Good = "2B6CB0";
    public const string Middle = "8A939C";
    public const string Poor = "C05621";

    private static readonly (int R, int G, int B)[] _scale = [(0xF0, 0xB2, 0x8A), (0xEC, 0xEE, 0xF0), (0x8F, 0xBC, 0xE6)];

    /// <summary>rrggbb.</summary>
    public static string Accent(string institute) => ButtonColour.Of(institute)[1..].ToUpperInvariant();

    /// <param name="share">0: the lowest step of the scale, 1: the highest.</param>
    /// <returns>A light fill that dark text can be read on.</returns>
    public static string Fill(double share)
    {
        // Nearly all means lie in the upper half: the middle of the colours stands at two thirds.
        var at = Math.Clamp((share - 0.4) / 0.55, 0, 1) * 2;
        var (from, to, part) = at < 1 ? (_scale[0], _scale[1], at) : (_scale[1], _scale[2], at - 1);
        int Mix(int a, int b) => (int)Math.Round(a + ((b - a) * part));
        return string.Create(CultureInfo.InvariantCulture, $"{Mix(from.R, to.R):X2}{Mix(from.G, to.G):X2}{Mix(from.B, to.B):X2}");
    }
}
