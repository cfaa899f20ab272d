using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>A presentation of slides, made from nothing: no template, no pictures.</summary>
/// <param name="footer">On every slide but the first: institute, what is seen, period and day.</param>
internal sealed class Deck(string institute, string accent, string footer, Language language, DateTimeOffset at)
{
    private const int Width = 12_192_000;
    private const int Height = 6_858_000;
    private const uint FirstSlide = 256;

    private readonly string _culture = language == Language.En ? "en-GB" : "de-DE";

    public async Task<byte[]> WriteAsync(IReadOnlyList<Slide> slides, string title, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        using (var document = PresentationDocument.Create(bytes, PresentationDocumentType.Presentation))
        {
            document.PackageProperties.Title = OfficeText.Clean(title);
            document.PackageProperties.Creator = OfficeText.Clean(institute);
            document.PackageProperties.Created = at.UtcDateTime;
            document.PackageProperties.Language = _culture;
            var presentation = document.AddPresentationPart();
            var master = presentation.AddNewPart<SlideMasterPart>("rId1");
            var layouts = new[] { master.AddNewPart<SlideLayoutPart>("rId1"), master.AddNewPart<SlideLayoutPart>("rId2") };
            Feed(layouts[0], DeckParts.TitleLayout);
            Feed(layouts[1], DeckParts.ContentLayout);
            Array.ForEach(layouts, layout => layout.AddPart(master, "rId1"));
            Feed(master.AddNewPart<ThemePart>("rId3"), DeckParts.Theme(institute, accent));
            Feed(master, DeckParts.Master);
            var notes = presentation.AddNewPart<NotesMasterPart>("rId2");
            Feed(notes.AddNewPart<ThemePart>("rId1"), DeckParts.Theme(institute, accent));
            Feed(notes, DeckParts.NotesMaster);
            presentation.AddPart(master.ThemePart!, "rId3");
            var ids = new SlideIdList();
            for (var n = 0; n < slides.Count; n++)
            {
                var part = presentation.AddNewPart<SlidePart>($"rId{n + 10}");
                part.AddPart(layouts[n == 0 ? 0 : 1], "rId1");
                await SlideAsync(part, slides[n], n + 1, cancel);
                NotesOf(part, notes, slides[n]);
                ids.Append(new SlideId { Id = FirstSlide + (uint)n, RelationshipId = $"rId{n + 10}" });
            }

            presentation.Presentation = new Presentation(
                new SlideMasterIdList(new SlideMasterId { Id = 2_147_483_648, RelationshipId = "rId1" }),
                new NotesMasterIdList(new NotesMasterId { Id = "rId2" }),
                ids,
                new SlideSize { Cx = Width, Cy = Height },
                new NotesSize { Cx = 6_858_000, Cy = 9_144_000 });
        }

        return bytes.ToArray();
    }

    private async Task SlideAsync(SlidePart part, Slide slide, int number, CancellationToken cancel)
    {
        var xml = new SlideXml(_culture);
        xml.Title(slide.Title, number == 1);
        if (slide.Subtitle is { } subtitle)
        {
            xml.Subtitle(subtitle);
        }

        for (var n = 0; n < slide.Elements.Count; n++)
        {
            switch (slide.Elements[n])
            {
                case SlideText text:
                    xml.Text(text, $"Text {n + 1}");
                    break;
                case SlideTable table:
                    xml.Table(table);
                    break;
                case SlideChart chart:
                    var relation = $"rId{n + 100}";
                    await ChartAsync(part.AddNewPart<ChartPart>(relation), chart.Data, cancel);
                    xml.Chart(chart, relation);
                    break;
            }
        }

        if (number > 1)
        {
            xml.Footer(footer, number);
        }

        Feed(part, xml.ToString());
    }

    private async Task ChartAsync(ChartPart part, ChartData chart, CancellationToken cancel)
    {
        using var book = new MemoryStream(await ChartBook.WriteAsync(chart, at, cancel));
        part.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "rId1").FeedData(book);
        Feed(part, ChartXml.Of(chart));
    }

    private void NotesOf(SlidePart part, NotesMasterPart master, Slide slide)
    {
        var notes = part.AddNewPart<NotesSlidePart>("rId2");
        notes.AddPart(master, "rId1");
        notes.AddPart(part, "rId2");
        Feed(notes, DeckParts.Notes(slide.Notes, _culture));
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
