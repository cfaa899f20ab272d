using System.Globalization;
using System.Security;
using System.Text;

namespace See360.Core.Results.Exports;

/// <summary>The XML of slides: title, elements in reading order, footer, number.</summary>
internal sealed class SlideXml
{
    public const string Namespaces =
        """xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" """;

    /// <summary>What a tree of shapes begins with.</summary>
    public const string Group =
        """<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>""";

    private const int Emu = 9_144;

    private readonly StringBuilder _shapes = new();
    private readonly string _language;
    private int _id = 1;

    public SlideXml(string language) => _language = language;

    public void Title(string text, bool first) => _shapes.Append(
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"{Next()}\" name=\"Titel\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{(first ? "ctrTitle" : "title")}\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"{_language}\"/><a:t>{Escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>");

    /// <summary>What stands on every slide; with its looks, because not every program takes those of a footer from the layout.</summary>
    public void Footer(string text, int number)
    {
        var look = $"<a:rPr lang=\"{_language}\" sz=\"1000\"><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:rPr>";
        Add("ftr", 11, "Fußzeile", new SlideBox(60, 700, 1050, 28), "l", $"<a:r>{look}<a:t>{Escape(text)}</a:t></a:r>");
        Add("sldNum", 12, "Foliennummer", new SlideBox(1173, 700, 100, 28), "r", $"<a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\">{look}<a:t>{number.ToString(CultureInfo.InvariantCulture)}</a:t></a:fld>");

        void Add(string type, int index, string name, SlideBox box, string align, string content) => _shapes.Append(
            $"<p:sp><p:nvSpPr><p:cNvPr id=\"{Next()}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{type}\" sz=\"quarter\" idx=\"{index}\"/></p:nvPr></p:nvSpPr><p:spPr>{Frame("a", box)}</p:spPr>"
            + $"<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"{align}\"/>{content}</a:p></p:txBody></p:sp>");
    }

    /// <summary>Of the title slide; lines are cut at line breaks.</summary>
    public void Subtitle(string text)
    {
        var lines = string.Concat(text.Split('\n').Select(line => $"<a:p><a:r><a:rPr lang=\"{_language}\"/><a:t>{Escape(line)}</a:t></a:r></a:p>"));
        _shapes.Append($"<p:sp><p:nvSpPr><p:cNvPr id=\"{Next()}\" name=\"Untertitel\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"subTitle\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{lines}</p:txBody></p:sp>");
    }

    public void Text(SlideText text, string name) => _shapes.Append(
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"{Next()}\" name=\"{Escape(name)}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{Frame("a", text.Box)}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
        + "<p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/></a:bodyPr><a:lstStyle/>"
        + string.Concat(text.Lines.Select(Paragraph)) + "</p:txBody></p:sp>");

    public void Chart(SlideChart chart, string relation) => _shapes.Append(
        $"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{Next()}\" name=\"{Escape(chart.Name)}\" descr=\"{Escape(chart.Alt)}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{Frame("p", chart.Box)}"
        + $"<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{relation}\"/></a:graphicData></a:graphic></p:graphicFrame>");

    public void Table(SlideTable table)
    {
        var height = table.Box.Height * Emu / table.Rows.Count;
        _shapes.Append($"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{Next()}\" name=\"{Escape(table.Name)}\" descr=\"{Escape(table.Alt)}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{Frame("p", table.Box)}");
        _shapes.Append("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\" firstCol=\"1\"/><a:tblGrid>");
        foreach (var width in table.Widths)
        {
            _shapes.Append($"<a:gridCol w=\"{width * Emu}\"/>");
        }

        _shapes.Append("</a:tblGrid>");
        foreach (var row in table.Rows)
        {
            _shapes.Append($"<a:tr h=\"{height}\">");
            for (var n = 0; n < row.Count; n++)
            {
                Cell(row[n], n == 0);
            }

            _shapes.Append("</a:tr>");
        }

        _shapes.Append("</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
    }

    public override string ToString() =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><p:sld {Namespaces}><p:cSld><p:spTree>{Group}{_shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";

    /// <summary>As it may stand in XML.</summary>
    public static string Escape(string text) => SecurityElement.Escape(OfficeText.Clean(text))!;

    private static string Frame(string prefix, SlideBox box) =>
        $"<{prefix}:xfrm><a:off x=\"{box.X * Emu}\" y=\"{box.Y * Emu}\"/><a:ext cx=\"{box.Width * Emu}\" cy=\"{box.Height * Emu}\"/></{prefix}:xfrm>";

    private string Paragraph(SlideLine line)
    {
        var lead = line.Lead is { } text ? Run(text, line.Size, true, line.Colour) : "";
        return $"<a:p><a:pPr><a:spcBef><a:spcPts val=\"{line.Before * 100}\"/></a:spcBef></a:pPr>{lead}{Run(line.Text, line.Size, line.Bold, line.Colour)}</a:p>";
    }

    private string Run(string text, int size, bool bold, string colour) =>
        $"<a:r><a:rPr lang=\"{_language}\" sz=\"{size * 100}\"{(bold ? " b=\"1\"" : "")}><a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill></a:rPr><a:t>{Escape(text)}</a:t></a:r>";

    private void Cell(SlideCell cell, bool first)
    {
        var line = "<a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>";
        var fill = cell.Fill is { } colour ? $"<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>" : "<a:noFill/>";
        _shapes.Append($"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"{(first ? "l" : "ctr")}\"/>")
            .Append(string.Join("<a:br/>", cell.Text.Split('\n').Select(text => $"<a:r><a:rPr lang=\"{_language}\" sz=\"{(cell.Size * 100).ToString(CultureInfo.InvariantCulture)}\"{(cell.Bold ? " b=\"1\"" : "")}><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill></a:rPr><a:t>{Escape(text)}</a:t></a:r>"))).Append("</a:p></a:txBody>")
            .Append($"<a:tcPr marL=\"45720\" marR=\"45720\" marT=\"22860\" marB=\"22860\" anchor=\"ctr\"><a:lnL w=\"19050\">{line}</a:lnL><a:lnR w=\"19050\">{line}</a:lnR><a:lnT w=\"19050\">{line}</a:lnT><a:lnB w=\"19050\">{line}</a:lnB>{fill}</a:tcPr></a:tc>");
    }

    private int Next() => ++_id;
}
