namespace See360.Local.Demonstration;

/// <summary>What the demonstration's customers write. <c>{0}</c> stands for the advisor ("Frau Berg").</summary>
internal static class DemonstrationComments
{
    public static IReadOnlyList<string> Praise { get; } =
    [
        "{0} hat sich wirklich Zeit genommen und alles so erklärt, dass ich es verstanden habe.",
        "Sehr freundlich, sehr gut vorbereitet. So stelle ich mir Beratung vor.",
        "Ich fühle mich seit Jahren gut aufgehoben. {0} kennt meine Situation, ich muss nicht jedes Mal von vorn anfangen.",
        "Kein Verkaufsdruck, ehrliche Antworten. Das war mir wichtig.",
        "{0} hat von sich aus angerufen, als die Zinsbindung auslief. Das hat uns viel Geld gespart.",
        "Die Unterlagen lagen schon bereit, nach einer halben Stunde war alles erledigt.",
        "Endlich jemand, der zuhört, bevor er etwas empfiehlt.",
        "Die Rückmeldung kam noch am selben Tag. Hut ab.",
        "{0} hat mir auch gesagt, was ich nicht brauche. Das schafft Vertrauen.",
        "Angenehmes Gespräch, klare Zusagen, alles wurde eingehalten.",
        "Die Beispielrechnung hat mir sehr geholfen. Jetzt weiß ich, worauf es ankommt.",
        "Ich konnte abends nach der Arbeit kommen, das war sehr entgegenkommend.",
        "Kompetent und geduldig, auch bei meinen vielen Nachfragen.",
        "Meine Tochter wurde genauso ernst genommen wie ich. Danke dafür.",
        "{0} hat sich um alles gekümmert, auch um die Abstimmung mit dem Notar.",
        "Besonders gefallen hat mir, dass die Kosten offen auf dem Tisch lagen.",
        "Schnelle Lösung für ein Problem, das bei meiner alten Bank wochenlang liegen blieb.",
        "Ich habe mich zum ersten Mal mit dem Thema Altersvorsorge wohlgefühlt.",
        "Die Videoberatung hat einwandfrei geklappt, ich musste nicht einmal in die Filiale.",
        "{0} denkt mit. Ich bekam einen Hinweis, an den ich selbst nie gedacht hätte.",
        "Herzlich, zugewandt, fachlich stark.",
        "Als kleiner Betrieb fühlt man sich hier nicht als Nummer.",
        "Die Zusage für die Finanzierung kam schneller als versprochen.",
        "Gute Atmosphäre, gute Vorbereitung, gutes Ergebnis.",
        "{0} hat unseren Schaden sofort aufgenommen und uns durch die ganze Abwicklung begleitet.",
        "Sehr verständliche Sprache, keine Fachbegriffe.",
        "Man merkt, dass {0} den Markt hier vor Ort kennt.",
        "Ich wurde ehrlich über die Risiken aufgeklärt. Das hat mich überzeugt.",
    ];

    public static IReadOnlyList<string> Mixed { get; } =
    [
        "Das Gespräch war gut, nur auf den Termin musste ich drei Wochen warten.",
        "Inhaltlich prima. Die Unterlagen per Post hätte ich lieber digital bekommen.",
        "{0} ist sehr nett, erreicht man telefonisch aber nur schwer.",
        "Gute Beratung, aber die Gebühren finde ich inzwischen recht hoch.",
        "Etwas mehr Zeit für meine Fragen wäre schön gewesen.",
        "Ich würde mich freuen, wenn sich jemand auch zwischendurch einmal meldet.",
        "Das Formular im Onlinebanking war umständlich, im Gespräch ging es dann schnell.",
        "Alles in Ordnung, besondere Vorschläge kamen allerdings nicht.",
        "Gut beraten, nur hat die Filiale leider nur noch an zwei Nachmittagen geöffnet.",
    ];

    public static IReadOnlyList<string> Critical { get; } =
    [
        "Ich habe zweimal um Rückruf gebeten und nichts gehört.",
        "Es ging vor allem um ein neues Produkt, nicht um mein Anliegen.",
        "Die Bearbeitung hat über fünf Wochen gedauert, niemand konnte mir einen Stand nennen.",
        "Die Konditionen waren deutlich schlechter als beim Wettbewerb.",
        "Ich musste alle Unterlagen doppelt einreichen.",
        "Seit dem Wechsel des Beraters fühle ich mich nicht mehr gut betreut.",
        "Auf meine Bedenken wurde kaum eingegangen.",
        "Die Kosten hätte ich gern vorher gewusst.",
        "Der Termin wurde kurzfristig verschoben, ohne Begründung.",
    ];

    private static readonly string[] _wishes =
    [
        "Bitte rufen Sie mich wegen der Anschlussfinanzierung an.",
        "Am besten nach 17 Uhr.",
        "Ich habe noch eine Frage zum Depot.",
        "Es geht um die Vollmacht für meine Tochter.",
        "Bitte vormittags, ich arbeite in Schicht.",
        "Wir sollten noch einmal über die Zinsbindung sprechen.",
        "Mir ist unklar, welche Unterlagen noch fehlen.",
        "",
    ];

    private static readonly string[] _calls =
    [
        "Erreicht, Termin für nächste Woche vereinbart.",
        "Erreicht, Frage beantwortet.",
        "Beim zweiten Versuch erreicht. Unterlagen gehen heute zur Post.",
        "",
    ];

    public static string CallbackNote(Random dice) => _wishes[dice.Next(_wishes.Length)];

    /// <summary>What the advisor notes after the call.</summary>
    public static string CallNote(Random dice) => _calls[dice.Next(_calls.Length)];
}
