using See360.Core.Texts;

namespace See360.Core.Imports.Reading;

/// <summary>The ways in which a whole file is refused. Each says what to do next.</summary>
public static class FileRefused
{
    private const string Field = "file";

    public static BadInput Empty() => new(Field, "file-empty", new LocalizedText(
        "Die Datei ist leer. Bitte exportieren Sie die Kontakte noch einmal.",
        "The file is empty. Please export the contacts once more."));

    public static BadInput NoRecords() => new(Field, "file-without-records", new LocalizedText(
        "Die Datei hat eine Kopfzeile, aber keinen Datensatz. Bitte prüfen Sie den Zeitraum des Exports.",
        "The file has a header but no record. Please check the period of the export."));

    public static BadInput NotATable() => new(Field, "file-not-a-table", new LocalizedText(
        "Die Datei ist weder CSV noch xlsx. Bitte speichern Sie die Tabelle als „CSV UTF-8“ oder als „Excel-Arbeitsmappe (.xlsx)“.",
        "The file is neither CSV nor xlsx. Please save the table as \"CSV UTF-8\" or as \"Excel workbook (.xlsx)\"."));

    public static BadInput OldWorkbook() => new(Field, "file-old-workbook", new LocalizedText(
        "Die Datei ist eine verschlüsselte oder eine alte Excel-Mappe (.xls). Bitte speichern Sie sie ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“ oder als CSV.",
        "The file is an encrypted or an old Excel workbook (.xls). Please save it without a password as \"Excel workbook (.xlsx)\" or as CSV."));

    public static BadInput TooLarge(long maxBytes) => new(Field, "file-too-large", new LocalizedText(
        $"Die Datei ist größer als {Size(maxBytes)}. Bitte teilen Sie den Export auf mehrere Dateien auf.",
        $"The file is larger than {Size(maxBytes)}. Please split the export into several files."));

    public static BadInput TooManyRows(int maxRows) => new(Field, "file-too-many-rows", new LocalizedText(
        $"Die Datei hat mehr als {maxRows} Zeilen. Bitte teilen Sie den Export auf mehrere Dateien auf.",
        $"The file has more than {maxRows} rows. Please split the export into several files."));

    public static BadInput UnsafeWorkbook() => new(Field, "file-unsafe-workbook", new LocalizedText(
        "Die Arbeitsmappe entpackt sich auf eine ungewöhnliche Größe und wird deshalb nicht gelesen. Bitte speichern Sie die Tabelle als CSV.",
        "The workbook unpacks to an unusual size and is therefore not read. Please save the table as CSV."));

    public static BadInput BrokenWorkbook() => new(Field, "file-broken-workbook", new LocalizedText(
        "Die Arbeitsmappe ist beschädigt oder hat kein Tabellenblatt. Bitte öffnen Sie sie in Ihrer Tabellenkalkulation und speichern Sie sie neu.",
        "The workbook is damaged or has no sheet. Please open it in your spreadsheet program and save it anew."));

    public static BadInput QuoteNotClosed(int line) => new(Field, "file-quote-not-closed", new LocalizedText(
        $"Um Zeile {line} beginnt ein Anführungszeichen, das nicht endet. Bitte prüfen Sie diese Zeile oder exportieren Sie neu.",
        $"Around line {line} a quotation mark begins that does not end. Please check this line or export again."));

    public static BadInput HeaderUnknown(ColumnSet columns) => new(Field, "file-header-unknown", new LocalizedText(
        $"Es wurde keine Kopfzeile mit bekannten Spalten gefunden (nötig: {Names(columns)}). Bitte laden Sie das Muster herunter und benennen Sie Ihre Spalten wie dort.",
        $"No header with known columns was found (needed: {Names(columns)}). Please download the sample and name your columns as it does."));

    public static BadInput ColumnMissing(string column) => new(Field, "file-column-missing", new LocalizedText(
        $"In der Kopfzeile fehlt die Spalte „{column}“. Bitte ergänzen Sie sie oder nehmen Sie das Muster.",
        $"The header lacks the column \"{column}\". Please add it or use the sample."));

    private static string Names(ColumnSet columns) => string.Join(", ", columns.Columns.Where(c => c.Required).Select(c => c.Name));

    private static string Size(long bytes) => bytes >= 1024 * 1024 ? $"{bytes / (1024 * 1024)} MB" : $"{bytes} Byte";
}
