using System.Globalization;

namespace See360.Core.Mail;

/// <summary>The institute's accent colour, made dark enough for white text (WCAG 2.2: 4.5 to 1).</summary>
public static class ButtonColour
{
    private const double MinContrast = 4.5;
    private const string Fallback = "#1f4e79";

    /// <summary>A colour <c>#rrggbb</c>; for anything that is no colour a dark blue.</summary>
    public static string Of(string accent)
    {
        if (accent.Length != 7 || accent[0] != '#' || !int.TryParse(accent.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            return Fallback;
        }

        var (r, g, b) = ((double)(rgb >> 16), (double)((rgb >> 8) & 255), (double)(rgb & 255));
        while (ContrastWithWhite(r, g, b) < MinContrast)
        {
            (r, g, b) = (r * 0.95, g * 0.95, b * 0.95);
        }

        return string.Create(CultureInfo.InvariantCulture, $"#{(int)r:x2}{(int)g:x2}{(int)b:x2}");
    }

    /// <summary>Contrast ratio as WCAG 2.2 defines it, of a colour against white.</summary>
    public static double ContrastWithWhite(double r, double g, double b) => 1.05 / (Luminance(r, g, b) + 0.05);

    private static double Luminance(double r, double g, double b) => (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));

    private static double Linear(double channel)
    {
        var c = channel / 255;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
