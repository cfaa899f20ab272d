using System.Globalization;
using System.Text;

namespace See360.Core.Results.Exports;

/// <summary>The XML of a chart that can be edited: its numbers stand in it and in the workbook behind it (<see cref="ChartBook"/>).</summary>
internal static class ChartXml
{
    private const string Axes = """<c:axId val="11"/><c:axId val="12"/>""";
    /// <summary>Of the axis: shorter bars can't hold their figure.</summary>
    private const double ShortBar = 0.08;

    private const string Grey = """<a:solidFill><a:srgbClr val="5A6570"/></a:solidFill>""";

    public static string Of(ChartData chart)
    {
        var plot = chart.Kind switch
        {
            ChartKind.Bars or ChartKind.Columns => Bars(chart),
            ChartKind.Lines => $"<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{Series(chart)}<c:marker val=\"1\"/>{Axes}</c:lineChart>",
            ChartKind.Radar => $"<c:radarChart><c:radarStyle val=\"marker\"/><c:varyColors val=\"0\"/>{Series(chart)}{Axes}</c:radarChart>",
            _ => $"<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>{Points(chart)}{Axes}</c:scatterChart>",
        };
        var legend = chart.Series.Count(s => !s.Faint) > 1 && chart.Kind != ChartKind.Points
            ? $"<c:legend><c:legendPos val=\"t\"/>{string.Concat(chart.Series.Select((s, n) => s.Faint ? $"<c:legendEntry><c:idx val=\"{n}\"/><c:delete val=\"1\"/></c:legendEntry>" : ""))}<c:overlay val=\"0\"/>{Font(1200)}</c:legend>"
            : "";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + $"<c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>{plot}{AxesOf(chart)}</c:plotArea>{legend}<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
            + $"{Font(1200)}<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>";
    }

    private static string Bars(ChartData chart) =>
        $"<c:barChart><c:barDir val=\"{(chart.Kind == ChartKind.Bars ? "bar" : "col")}\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>{Series(chart)}<c:gapWidth val=\"55\"/>{(chart.Series.Count > 1 ? "<c:overlap val=\"-5\"/>" : "")}{Axes}</c:barChart>";

    private static string Series(ChartData chart) => string.Concat(chart.Series.Select((series, n) =>
    {
        var xml = new StringBuilder($"<c:ser><c:idx val=\"{n}\"/><c:order val=\"{n}\"/><c:tx>{Texts(ChartBook.Name(n), [series.Name])}</c:tx>");
        var fill = Fill(series.Colour);
        var isBar = chart.Kind is ChartKind.Bars or ChartKind.Columns;
        if (isBar)
        {
            xml.Append($"<c:spPr>{fill}</c:spPr><c:invertIfNegative val=\"0\"/>");
            xml.Append(string.Concat((series.Colours ?? []).Select((c, at) => $"<c:dPt><c:idx val=\"{at}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/><c:spPr>{Fill(c)}</c:spPr></c:dPt>")));
        }
        else
        {
            var width = series.Faint ? 12_700 : 31_750;
            xml.Append($"<c:spPr><a:ln w=\"{width}\" cap=\"rnd\">{fill}{(series.Faint ? "<a:prstDash val=\"sysDash\"/>" : "")}<a:round/></a:ln></c:spPr>");
            xml.Append(series.Faint ? "<c:marker><c:symbol val=\"none\"/></c:marker>" : $"<c:marker><c:symbol val=\"circle\"/><c:size val=\"7\"/><c:spPr>{fill}</c:spPr></c:marker>");
        }

        xml.Append(Labels(chart, series));
        if (isBar && series.Bounds && series.Figures.Any(f => f is { Low: not null, High: not null }))
        {
            xml.Append($"<c:errBars><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/>"
                + $"<c:plus>{Numbers(ChartBook.Above(chart, n), series.Figures.Select(f => f?.High - f?.Value), chart.Format)}</c:plus>"
                + $"<c:minus>{Numbers(ChartBook.Below(chart, n), series.Figures.Select(f => f?.Value - f?.Low), chart.Format)}</c:minus>"
                + "<c:spPr><a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"3A4550\"/></a:solidFill></a:ln></c:spPr></c:errBars>");
        }

        xml.Append($"<c:cat>{Texts(ChartBook.Categories(chart), chart.Categories)}</c:cat><c:val>{Numbers(ChartBook.Values(chart, n), series.Figures.Select(f => f?.Value), chart.Format)}</c:val>");
        return xml.Append(chart.Kind == ChartKind.Lines ? "<c:smooth val=\"0\"/></c:ser>" : "</c:ser>").ToString();
    }));

    /// <summary>Every point bears its name.</summary>
    private static string Points(ChartData chart)
    {
        // Neighbours from left to right have their names above and below in turn.
        var order = Enumerable.Range(0, chart.Categories.Count).OrderBy(n => chart.Series[0].Figures[n]?.Value).ToList();
        var names = string.Concat(chart.Categories.Select((name, n) =>
            $"<c:dLbl><c:idx val=\"{n}\"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"de-DE\" sz=\"1100\"/><a:t>{SlideXml.Escape(name)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val=\"{(order.IndexOf(n) % 2 == 0 ? "t" : "b")}\"/>"
            + "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbl>"));
        return $"<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx>{Texts(ChartBook.Name(1), [chart.Series[1].Name])}</c:tx><c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr>"
            + $"<c:marker><c:symbol val=\"circle\"/><c:size val=\"10\"/><c:spPr>{Fill(chart.Series[0].Colour)}</c:spPr></c:marker>"
            + $"<c:dLbls>{names}<c:dLblPos val=\"r\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>"
            + $"<c:xVal>{Numbers(ChartBook.Values(chart, 0), chart.Series[0].Figures.Select(f => f?.Value), chart.Format)}</c:xVal>"
            + $"<c:yVal>{Numbers(ChartBook.Values(chart, 1), chart.Series[1].Figures.Select(f => f?.Value), chart.Format)}</c:yVal><c:smooth val=\"0\"/></c:ser>";
    }

    private static string Labels(ChartData chart, ChartSeries series)
    {
        if (!series.Labels)
        {
            return "";
        }

        // Beside error bars the figure stands at the foot of the bar, where nothing crosses it; behind it where the bar is too short for that.
        var place = chart.Kind switch
        {
            ChartKind.Lines => "t",
            ChartKind.Radar => "",
            _ => series.Bounds ? "inBase" : "outEnd",
        };
        var small = series.Bounds ? series.Figures.Select((f, n) => (f, n)).Where(p => p.f?.Value is { } value && IsShort(chart, value)) : [];
        return "<c:dLbls>" + string.Concat(small.Select(p => $"<c:dLbl><c:idx val=\"{p.n}\"/>{Label(chart, ThemeColours.Ink, "outEnd")}</c:dLbl>"))
            + Label(chart, series.Bounds ? "FFFFFF" : ThemeColours.Ink, place) + "</c:dLbls>";
    }

    private static string Label(ChartData chart, string colour, string place) =>
        $"<c:numFmt formatCode=\"{SlideXml.Escape(chart.Format)}\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{Font(1200, colour, bold: true)}{(place.Length > 0 ? $"<c:dLblPos val=\"{place}\"/>" : "")}"
        + "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>";

    private static bool IsShort(ChartData chart, double value)
    {
        var (min, max) = (chart.Min ?? 0, chart.Max ?? 1);
        return Math.Abs(value - Math.Max(min, 0)) < ShortBar * (max - min);
    }

    private static string AxesOf(ChartData chart)
    {
        var (isBars, isPoints) = (chart.Kind == ChartKind.Bars, chart.Kind == ChartKind.Points);
        var line = "<c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"B7BEC5\"/></a:solidFill></a:ln></c:spPr>";
        var grid = "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"E3E7EA\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>";
        var limits = (chart.Max is { } max ? $"<c:max val=\"{Text(max)}\"/>" : "") + (chart.Min is { } min ? $"<c:min val=\"{Text(min)}\"/>" : "");
        var first = isPoints
            ? $"<c:valAx><c:axId val=\"11\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>{grid}{Title(chart.XTitle)}<c:numFmt formatCode=\"{SlideXml.Escape(chart.Format)}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>{line}{Font(1100)}<c:crossAx val=\"12\"/><c:crosses val=\"min\"/><c:crossBetween val=\"midCat\"/></c:valAx>"
            : $"<c:catAx><c:axId val=\"11\"/><c:scaling><c:orientation val=\"{(isBars ? "maxMin" : "minMax")}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{(isBars ? "l" : "b")}\"/>{(chart.Kind == ChartKind.Radar ? grid : "")}{Title(chart.XTitle)}<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>{line}{Font(1200, ThemeColours.Ink)}<c:crossAx val=\"12\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>";
        var second = $"<c:valAx><c:axId val=\"12\"/><c:scaling><c:orientation val=\"minMax\"/>{limits}</c:scaling><c:delete val=\"0\"/><c:axPos val=\"{(isBars ? "b" : "l")}\"/>{grid}{Title(chart.YTitle)}<c:numFmt formatCode=\"{SlideXml.Escape(chart.Format)}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"{(isBars ? "high" : "low")}\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{Font(1100)}<c:crossAx val=\"11\"/><c:crosses val=\"{(isPoints ? "min" : "autoZero")}\"/><c:crossBetween val=\"{(isPoints ? "midCat" : "between")}\"/>{(chart.Step is { } step ? $"<c:majorUnit val=\"{Text(step)}\"/>" : "")}</c:valAx>";
        return first + second;
    }

    private static string Title(string? text) => text is null ? "" :
        $"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"0\">{Grey}</a:defRPr></a:pPr><a:r><a:rPr lang=\"de-DE\" sz=\"1200\" b=\"0\">{Grey}</a:rPr><a:t>{SlideXml.Escape(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>";

    private static string Font(int size, string colour = "5A6570", bool bold = false) =>
        $"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\" b=\"{(bold ? 1 : 0)}\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"de-DE\"/></a:p></c:txPr>";

    private static string Fill(string colour) => colour.Length == 6 && colour.All(char.IsAsciiHexDigitUpper)
        ? $"<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>"
        : $"<a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill>";

    private static string Texts(string range, IReadOnlyList<string> texts) =>
        $"<c:strRef><c:f>{range}</c:f><c:strCache><c:ptCount val=\"{texts.Count}\"/>{string.Concat(texts.Select((t, n) => $"<c:pt idx=\"{n}\"><c:v>{SlideXml.Escape(t)}</c:v></c:pt>"))}</c:strCache></c:strRef>";

    private static string Numbers(string range, IEnumerable<double?> values, string format)
    {
        var all = values.ToList();
        return $"<c:numRef><c:f>{range}</c:f><c:numCache><c:formatCode>{SlideXml.Escape(format)}</c:formatCode><c:ptCount val=\"{all.Count}\"/>{string.Concat(all.Select((v, n) => v is { } value ? $"<c:pt idx=\"{n}\"><c:v>{Text(value)}</c:v></c:pt>" : ""))}</c:numCache></c:numRef>";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
