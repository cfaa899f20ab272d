using DocumentFormat.OpenXml.Spreadsheet;

namespace See360.Core.Results.Exports;

/// <summary>How cells look, by <see cref="CellForm"/>.</summary>
internal static class WorkbookStyles
{
    private const uint Day = 14;
    private const uint TwoDecimals = 2;
    private const uint PercentWhole = 9;
    private const uint Thousands = 3;
    private const uint SignedWhole = 170;
    private const uint Bold = 1;
    private const uint HeadFill = 2;
    private const uint HeadLine = 1;

    public static Stylesheet Sheet => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = SignedWhole, FormatCode = "+0;-0;0" }) { Count = 1 },
        new Fonts(Font(false), Font(true)) { Count = 2 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEEF1F4" }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(Border(null), Border("FF8A939C")) { Count = 2 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(Enum.GetValues<CellForm>().Select(Format)) { Count = (uint)Enum.GetValues<CellForm>().Length },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static CellFormat Format(CellForm form) => form switch
    {
        CellForm.Header => new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Bottom })
        {
            NumberFormatId = 0,
            FontId = Bold,
            FillId = HeadFill,
            BorderId = HeadLine,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        },
        CellForm.Heading => new CellFormat { NumberFormatId = 0, FontId = Bold, FillId = 0, BorderId = 0, FormatId = 0, ApplyFont = true },
        CellForm.Wrapped => new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
        {
            NumberFormatId = 0,
            FontId = 0,
            FillId = 0,
            BorderId = 0,
            FormatId = 0,
            ApplyAlignment = true,
        },
        CellForm.Date or CellForm.Answer => new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Top })
        {
            NumberFormatId = Number(form),
            FontId = 0,
            FillId = 0,
            BorderId = 0,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
        },
        _ => new CellFormat { NumberFormatId = Number(form), FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true },
    };

    private static uint Number(CellForm form) => form switch
    {
        CellForm.Date => Day,
        CellForm.Decimal => TwoDecimals,
        CellForm.Percent => PercentWhole,
        CellForm.Signed => SignedWhole,
        CellForm.Whole => Thousands,
        CellForm.Answer => 1,
        _ => 0,
    };

    private static Font Font(bool bold)
    {
        var font = new Font(new FontSize { Val = 10 }, new Color { Rgb = "FF1B2127" }, new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 });
        if (bold)
        {
            font.InsertAt(new Bold(), 0);
        }

        return font;
    }

    private static Border Border(string? bottom) => new(
        new LeftBorder(),
        new RightBorder(),
        new TopBorder(),
        bottom is null ? new BottomBorder() : new BottomBorder(new Color { Rgb = bottom }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
