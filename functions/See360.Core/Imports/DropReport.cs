using System.Globalization;
using System.Text;
using See360.Core.Imports.Reading;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>What became of a dropped file, for whoever looks into the folder: German, then English. Names no person.</summary>
public static class DropReport
{
    public static string Of(string fileName, Import import, bool alreadyThere)
    {
        var text = new StringBuilder();
        foreach (var language in (Language[])[Language.De, Language.En])
        {
            var german = language == Language.De;
            text.AppendLine(german ? $"Datei: {fileName}" : $"File: {fileName}");
            text.AppendLine(german ? $"Import: {import.Id}" : $"Import: {import.Id}");
            if (alreadyThere)
            {
                text.AppendLine(german
                    ? "Diese Datei wurde schon importiert. Es wurde nichts geändert."
                    : "This file has been imported before. Nothing was changed.");
            }

            text.AppendLine(german ? $"Zeilen: {import.Rows}" : $"Rows: {import.Rows}");
            foreach (var (state, count) in import.Counts.OrderBy(c => c.Key))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {ReasonTexts.States[state].In(language)}: {count}");
            }

            foreach (var warning in import.Warnings)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {ReasonTexts.Of(warning).In(language)}");
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    /// <summary>A bug that this file has found.</summary>
    public static string Unexpected(string fileName) => Refused(fileName, "unexpected", new LocalizedText(
        "Ein unerwarteter Fehler ist aufgetreten. Bitte melden Sie ihn dem Betrieb, und legen Sie die Datei danach noch einmal ab.",
        "An unexpected error has occurred. Please report it to operations, and drop the file once more afterwards."));

    /// <summary>The file stays in its place, because nobody copies what is too large to be read.</summary>
    public static string LeftAsTooLarge(string fileName, long maxBytes)
    {
        var refused = FileRefused.TooLarge(maxBytes);
        return Refused(fileName, refused.Code, new LocalizedText(
            $"{refused.Text.De} Diese Datei liegt unverändert an ihrem Platz. Bitte löschen Sie sie dort.",
            $"{refused.Text.En} This file lies in its place as it was. Please delete it there."));
    }

    public static string Refused(string fileName, string code, LocalizedText reason) => string.Join(Environment.NewLine,
        $"Datei: {fileName}", "Die Datei wurde nicht importiert.", reason.De, "",
        $"File: {fileName}", "The file was not imported.", reason.En, "",
        $"({code})", "");
}
