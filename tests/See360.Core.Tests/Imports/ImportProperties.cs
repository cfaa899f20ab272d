using System.Text;
using FsCheck;
using FsCheck.Fluent;
using See360.Core.Imports;
using See360.Core.Imports.Judging;
using See360.Core.Imports.Reading;
using See360.Core.Participants;
using See360.Testing;

namespace See360.Core.Tests.Imports;

public sealed class ImportProperties
{
    [Fact]
    public void AnyBytes_AreReadOrRefused_NeverMore()
    {
        var known = Encoding.UTF8.GetBytes("Kundennummer;Nachname;E-Mail;Berater;Gesprächsdatum\r\n");
        Prop.ForAll<byte[], bool>((bytes, withHeader) =>
        {
            var world = Wait(ImportWorld.CreateAsync());
            byte[] file = withHeader ? [.. known, .. bytes] : bytes;
            try
            {
                var read = Wait(world.ReadAsync(new MemoryStream(file)));
                return read.Import.Rows == read.Import.Counts.Values.Sum();
            }
            catch (BadInput refused)
            {
                return refused.Text.IsComplete && world.Files.Count == 0;
            }
        }).Check(Quick(150));
    }

    [Fact]
    public void WorkbookWithAnyByteChanged_IsReadOrRefused()
    {
        var world = Wait(ImportWorld.CreateAsync());
        var book = Wait(world.Get<Templates>().RunAsync(TemplateKind.Contacts, workbook: true, example: true));
        Prop.ForAll(Gen.Choose(4, book.Length - 1).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), (at, value) =>
        {
            var changed = (byte[])book.Clone();
            changed[at] = (byte)value;
            try
            {
                Wait(world.ReadAsync(new MemoryStream(changed)));
            }
            catch (BadInput)
            {
                return true;
            }

            return true;
        }).Check(Quick(150));
    }

    [Fact]
    public void CsvWritten_IsReadBackEqual()
    {
        var cell = Gen.OneOf(
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get),
            Gen.Elements("=1+1", "'=x", "''+", "@a", "-", "\t", "a;b", "\"", "a\r\nb", "ä", "", "'"));
        Prop.ForAll(Gen.ArrayOf(Gen.ArrayOf(cell, 5)).ToArbitrary(), rows =>
        {
            var cells = rows.Select(row => row.Select(c => RowRules.Compose(new string([.. c.Where(x => x != '\0' && !char.IsSurrogate(x))]))).ToArray()).Where(r => !RowRules.IsBlank(r) && !RowRules.LooksLikeTotal(r)).ToArray();
            return WriteAndRead(cells).SequenceEqual(cells, new SameCells());
        }).Check(Quick(200));
    }

    [Fact]
    public void Date_OfEveryForm_IsTheSameDay() => Prop.ForAll(Gen.Choose(0, 36_000).ToArbitrary(), days =>
    {
        var day = new DateOnly(2000, 1, 1).AddDays(days);
        string[] forms = [$"{day:dd.MM.yyyy}", $"{day:d.M.yyyy}", $"{day:yyyy-MM-dd}", $"{day:dd.MM.yy}", $"{day:yyyy-MM-dd}T23:59:59", $"{36_526 + days}"];
        return forms.All(form => Dates.Read(form).Value == day);
    }).Check(Quick(300));

    [Fact]
    public void CustomerNumber_OfDigits_KeepsEachOfThem() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 9)).Where(d => d.Length is > 0 and <= 40).ToArbitrary(), digits =>
    {
        var number = string.Concat(digits);
        return CustomerNumbers.Read(number).Value == number && CustomerNumbers.Read($"=\"{number}\"").Value == number;
    }).Check(Quick(200));

    [Fact]
    public void Field_OfAnyText_NeverThrows() => Prop.ForAll<string>(text =>
    {
        text ??= "";
        CustomerNumbers.Read(text);
        Dates.Read(text);
        Words.BasisOf(text);
        FieldTexts.Fault(text, 80);
        var shown = FieldTexts.Shown(text, 20);
        var email = EmailAddresses.Read(text);
        return shown.Length <= 20 && !shown.Any(char.IsControl) && (email.Value.Length == 0 || email.Value.Count(c => c == '@') == 1);
    }).Check(Quick(500));

    [Fact]
    public void Rows_InAnyOrderAndNumber_EndInOneStateEach()
    {
        var lines = File.ReadAllText(Fixtures.Path("geko", "geko-2026-KW46.csv"), Encoding.Latin1).Split("\r\n").Where(l => l.Length > 0).ToArray();
        Prop.ForAll(Gen.Shuffle(lines[1..]).ToArbitrary(), Gen.Choose(1, 45).ToArbitrary(), (rows, take) =>
        {
            var world = Wait(ImportWorld.CreateAsync());
            var import = Wait(world.ReadAsync(string.Join("\r\n", [lines[0], .. rows.Take(take)]))).Import;
            var read = Wait(world.RowsAsync(import.Id));
            return read.Count == take && read.Select(r => r.Id.Number).SequenceEqual(Enumerable.Range(1, take))
                && read.All(r => (r.State == ParticipantState.Ready) == (r.Reason.Length == 0) && (r.Reason.Length == 0 || ReasonTexts.Reasons.ContainsKey(r.Reason)));
        }).Check(Quick(20));
    }

    private static List<string[]> WriteAndRead(string[][] rows)
    {
        using var bytes = new MemoryStream();
        WriteAsync(bytes, rows).GetAwaiter().GetResult();
        bytes.Position = 0;
        return ReadAsync(bytes).GetAwaiter().GetResult();
    }

    private static async Task WriteAsync(Stream stream, string[][] rows)
    {
        await using var csv = new CsvOutput(stream);
        foreach (var row in rows)
        {
            await csv.WriteAsync(row);
        }
    }

    private static async Task<List<string[]>> ReadAsync(Stream stream)
    {
        await using var reader = new CsvFields(await CsvFields.OpenTextAsync(stream, Encoding.UTF8, 0, default), ';', 0, new ImportLimits());
        var rows = new List<string[]>();
        while (await reader.NextAsync() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>FsCheck's properties are synchronous; everything here completes at once, in memory.</summary>
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static Config Quick(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests);

    private sealed class SameCells : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] obj) => 0;
    }
}
