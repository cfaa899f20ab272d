namespace See360.Core.Results.Exports;

/// <summary>Theme, master and layouts of a presentation. Fonts that every system has.</summary>
internal static class DeckParts
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Map = """<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>""";

    /// <param name="accent">rrggbb.</param>
    public static string Theme(string institute, string accent) => $"""
        {Head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{SlideXml.Escape(institute)}"><a:themeElements><a:clrScheme name="{SlideXml.Escape(institute)}"><a:dk1><a:srgbClr val="{ThemeColours.Ink}"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="4A5560"/></a:dk2><a:lt2><a:srgbClr val="EEF1F4"/></a:lt2><a:accent1><a:srgbClr val="{accent}"/></a:accent1><a:accent2><a:srgbClr val="{ThemeColours.Good}"/></a:accent2><a:accent3><a:srgbClr val="{ThemeColours.Middle}"/></a:accent3><a:accent4><a:srgbClr val="{ThemeColours.Poor}"/></a:accent4><a:accent5><a:srgbClr val="5B8FB9"/></a:accent5><a:accent6><a:srgbClr val="B7BEC5"/></a:accent6><a:hlink><a:srgbClr val="{accent}"/></a:hlink><a:folHlink><a:srgbClr val="4A5560"/></a:folHlink></a:clrScheme><a:fontScheme name="See360"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="See360"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="28575"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
        """;

    public static string Master { get; } =
        $"{Head}<p:sldMaster {SlideXml.Namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{SlideXml.Group}"
        + Placeholder(2, "Title", "type=\"title\"", 60, 48, 1213, 92, "anchor=\"b\"") + Placeholder(3, "Text", "type=\"body\" idx=\"1\"", 60, 170, 1213, 480, "")
        + Placeholder(4, "Footer", "type=\"ftr\" sz=\"quarter\" idx=\"11\"", 60, 700, 1050, 28, "anchor=\"ctr\"") + Placeholder(5, "Number", "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", 1173, 700, 100, 28, "anchor=\"ctr\"")
        + $"</p:spTree></p:cSld>{Map}<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/><p:sldLayoutId id=\"2147483650\" r:id=\"rId2\"/></p:sldLayoutIdLst>"
        + $"<p:txStyles><p:titleStyle>{Level(2600, "tx1", bold: true)}</p:titleStyle><p:bodyStyle>{Level(1600, "tx1")}</p:bodyStyle><p:otherStyle>{Level(1000, "tx2")}</p:otherStyle></p:txStyles></p:sldMaster>";

    public static string TitleLayout { get; } = Layout(
        "title", "Titelfolie",
        Bar + Placeholder(2, "Title", "type=\"ctrTitle\"", 110, 230, 1110, 130, "anchor=\"b\"", 4000, "tx1", bold: true)
        + Placeholder(3, "Subtitle", "type=\"subTitle\" idx=\"1\"", 110, 385, 1110, 180, "", 1800, "tx2"));

    public static string ContentLayout { get; } = Layout(
        "titleOnly", "Titel und Inhalt",
        Rule + Placeholder(2, "Title", "type=\"title\"", 60, 48, 1213, 92, "anchor=\"b\"")
        + Placeholder(4, "Footer", "type=\"ftr\" sz=\"quarter\" idx=\"11\"", 60, 700, 1050, 28, "anchor=\"ctr\"", 1000, "tx2")
        + Placeholder(5, "Number", "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", 1173, 700, 100, 28, "anchor=\"ctr\"", 1000, "tx2", align: "r"));

    public static string NotesMaster { get; } =
        $"{Head}<p:notesMaster {SlideXml.Namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{SlideXml.Group}"
        + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>"
        + "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"4400550\"/><a:ext cx=\"5486400\" cy=\"3600450\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"de-DE\"/></a:p></p:txBody></p:sp>"
        + $"</p:spTree></p:cSld>{Map}<p:notesStyle>{Level(1200, "tx1")}</p:notesStyle></p:notesMaster>";

    public static string Notes(IReadOnlyList<string> lines, string language) =>
        $"{Head}<p:notes {SlideXml.Namespaces}><p:cSld><p:spTree>{SlideXml.Group}"
        + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
        + "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
        + string.Concat(lines.Select(line => $"<a:p><a:r><a:rPr lang=\"{language}\"/><a:t>{SlideXml.Escape(line)}</a:t></a:r></a:p>"))
        + "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>";

    /// <summary>Down the left of the title slide.</summary>
    private static string Bar => Rectangle(9, "Accent", 0, 0, 34, 750);

    /// <summary>Above the title.</summary>
    private static string Rule => Rectangle(9, "Accent", 60, 38, 90, 5);

    private static string Layout(string type, string name, string shapes) =>
        $"{Head}<p:sldLayout {SlideXml.Namespaces} type=\"{type}\" preserve=\"1\"><p:cSld name=\"{name}\"><p:spTree>{SlideXml.Group}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";

    private static string Rectangle(int id, string name, int x, int y, int width, int height) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>{Frame(x, y, width, height)}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>";

    private static string Placeholder(
        int id, string name, string place, int x, int y, int width, int height, string body, int? size = null, string colour = "tx1", bool bold = false, string align = "l") =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr>{Frame(x, y, width, height)}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"
        + $"<p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" {body}><a:normAutofit/></a:bodyPr><a:lstStyle>{(size is { } s ? $"<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"{align}\"><a:buNone/><a:defRPr sz=\"{s}\" b=\"{(bold ? 1 : 0)}\"><a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill></a:defRPr></a:lvl1pPr>" : "")}</a:lstStyle><a:p><a:endParaRPr lang=\"de-DE\"/></a:p></p:txBody></p:sp>";

    private static string Level(int size, string colour, bool bold = false) =>
        $"<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"l\"><a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc><a:buNone/><a:defRPr sz=\"{size}\" b=\"{(bold ? 1 : 0)}\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr>";

    private static string Frame(int x, int y, int width, int height) =>
        $"<a:xfrm><a:off x=\"{x * 9144}\" y=\"{y * 9144}\"/><a:ext cx=\"{width * 9144}\" cy=\"{height * 9144}\"/></a:xfrm>";
}
