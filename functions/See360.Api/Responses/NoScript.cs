using System.Text;
using System.Text.Encodings.Web;
using See360.Core.Responses;

namespace See360.Api.Responses;

/// <summary>What somebody without JavaScript reads on the survey page: why there is nothing to fill in, and how to
/// reach the bank. The objection works without JavaScript.</summary>
internal static class NoScript
{
    public static string Survey(SurveySheet? sheet, string token)
    {
        var text = new StringBuilder();
        Heading(text, sheet);
        if (sheet is null)
        {
            Paragraph(text, "Diesen Link kennen wir nicht. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder rufen Sie Ihre Bank an.");
            return Paragraph(text, "We do not know this link. Please open it again from the mail, or call your bank.", "en").ToString();
        }

        Paragraph(text, "Diese Umfrage braucht JavaScript. Bitte schalten Sie es in Ihrem Browser ein, oder sagen Sie uns Ihre Meinung am Telefon oder per E-Mail.");
        Paragraph(text, "This survey needs JavaScript. Please switch it on in your browser, or tell us your opinion by telephone or mail.", "en");
        Bank(text, sheet);
        var path = "/w/" + Encode(token);
        return text.Append("<p><a href=\"").Append(path).Append("\">Keine Umfragen mehr erhalten</a> · <a lang=\"en\" href=\"").Append(path)
            .Append("\">No more surveys</a></p>").ToString();
    }

    public static string Objection(SurveySheet? sheet, string token)
    {
        var text = new StringBuilder();
        Heading(text, sheet);
        if (sheet is null)
        {
            return Survey(sheet, token);
        }

        if (sheet.State == SheetState.Objected)
        {
            Paragraph(text, "Ihr Widerspruch ist gespeichert. Sie erhalten keine Umfragen mehr von uns.");
            Paragraph(text, "Your objection is saved. You will get no more surveys from us.", "en");
        }
        else
        {
            Paragraph(text, "Möchten Sie keine Umfragen mehr von uns erhalten? Ein Klick genügt.");
            Paragraph(text, "Would you like to get no more surveys from us? One click is enough.", "en");
            text.Append("<form class=\"buttons\" method=\"post\" action=\"/w/").Append(Encode(token))
                .Append("\"><button class=\"primary\">Keine Umfragen mehr / No more surveys</button></form>");
        }

        Bank(text, sheet);
        return text.ToString();
    }

    public static string ObjectionNotSaved(SurveySheet? sheet, string token)
    {
        var text = new StringBuilder();
        Paragraph(text, "Ihr Widerspruch konnte gerade nicht gespeichert werden. Bitte klicken Sie in einer Minute noch einmal, oder rufen Sie Ihre Bank an.");
        Paragraph(text, "Your objection could not be saved just now. Please click again in a minute, or call your bank.", "en");
        return text.Append(Objection(sheet, token)).ToString();
    }

    private static void Heading(StringBuilder text, SurveySheet? sheet)
    {
        if (sheet is not null)
        {
            text.Append("<h1>").Append(Encode(sheet.Institute.Name)).Append("</h1>");
        }
    }

    private static StringBuilder Paragraph(StringBuilder text, string words, string language = "de") =>
        text.Append("<p lang=\"").Append(language).Append("\">").Append(Encode(words)).Append("</p>");

    private static void Bank(StringBuilder text, SurveySheet sheet)
    {
        var imprint = sheet.Institute.Imprint;
        string[] lines = [imprint.LegalName, imprint.Street, imprint.City, imprint.Phone, imprint.Email];
        text.Append("<address>").AppendJoin("<br>", lines.Where(line => line.Length > 0).Select(Encode)).Append("</address>");
    }

    private static string Encode(string words) => HtmlEncoder.Default.Encode(words);
}
