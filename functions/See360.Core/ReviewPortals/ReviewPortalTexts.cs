using See360.Core.Texts;

namespace See360.Core.ReviewPortals;

public static class ReviewPortalTexts
{
    /// <summary>Must be shown, and accepted, before a portal is shown to promoters only.</summary>
    public static LocalizedText Warning { get; } = new(
        "Wer nur zufriedene Kunden um eine Bewertung bittet, zeigt ein geschöntes Bild. Viele Portale untersagen das und löschen dann Bewertungen; es kann auch als irreführend gelten (§ 5 UWG). Bitte prüfen Sie die Regeln dieses Portals. Ihr Name, der Zeitpunkt und diese Wahl werden festgehalten.",
        "Asking only satisfied customers for a review paints too fair a picture. Many portals forbid it and then delete reviews; it can also count as misleading (§ 5 UWG). Please check this portal's rules. Your name, the time and this choice are recorded.");

    public static LocalizedText Google { get; } = new(
        "Ein Google-Link erscheint immer für alle: Google untersagt, nur Zufriedene um eine Bewertung zu bitten. Bitte wählen Sie „für alle“.",
        "A Google link is always shown to everybody: Google forbids asking only the satisfied for a review. Please choose \"everybody\".");
}
