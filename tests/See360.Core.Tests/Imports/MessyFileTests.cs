using System.Text.Json;
using See360.Core.Imports;
using See360.Core.Participants;
using See360.Testing;

namespace See360.Core.Tests.Imports;

public sealed class MessyFileTests
{
    [Fact]
    public async Task MessyExport_EachRow_EndsAsExpected()
    {
        var world = await ImportWorld.CreateAsync();
        await using var file = Fixtures.Open("geko", "geko-messy.csv");

        var import = (await world.ReadAsync(file)).Import;

        var rows = await world.RowsAsync(import.Id);
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Fixtures.Path("geko", "geko-messy.expected.json")));
        var states = expected.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("state").GetString()!).ToList();
        Assert.Equal(states, rows.Select(r => JsonNamingPolicy.KebabCaseLower.ConvertName(r.State.ToString())));
        Assert.Equal(17, import.Rows);
        Assert.Equal(6, import.Counts[ParticipantState.Ready]);
        Assert.Equal([WarningCodes.Preamble, WarningCodes.Windows1252], import.Warnings);
    }

    [Fact]
    public async Task MessyExport_EachRow_HasTheReasonThatFits()
    {
        var world = await ImportWorld.CreateAsync();
        await using var file = Fixtures.Open("geko", "geko-messy.csv");

        var rows = await world.RowsAsync((await world.ReadAsync(file)).Import.Id);

        Assert.Equal(
            ["", "", ReasonCodes.NonCustomer, "", ReasonCodes.EmailMissing, ReasonCodes.EmailMalformed, ReasonCodes.DateInFuture, ReasonCodes.DateImpossible,
             ReasonCodes.AdvisorUnknown, ReasonCodes.TwiceInFile, ReasonCodes.CustomerNumberSpoiled, "", "", "", ReasonCodes.LineBreak, ReasonCodes.SurveyUnknown, ReasonCodes.TooFewFields],
            rows.Select(r => r.Reason));
        Assert.Equal(("0000300002", "Joerg.Weiss@kunde.example", "Weiß"), (rows[1].CustomerNumber, rows[1].Email, rows[1].LastName));
        Assert.Equal([WarningCodes.RoleAddress], rows[3].Warnings);
        Assert.Equal("Bäckerei \"Zum Ähren\" GmbH & Co. KG; Filiale 2", rows[3].LastName);
        Assert.Equal("0000300012", rows[11].CustomerNumber);
        Assert.Equal("=HYPERLINK(\"http://boese.example\";\"x\")", rows[12].FirstName);
        Assert.Equal("<script>alert(1)</script>", rows[13].LastName);
        Assert.Equal(17, rows.Select(r => r.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(37), InlineData(38), InlineData(39), InlineData(40), InlineData(41), InlineData(42), InlineData(43), InlineData(44), InlineData(45), InlineData(46)]
    public async Task WeeklyExport_IsConfirmedIntoTheStock(int week)
    {
        var world = await ImportWorld.CreateAsync();
        await using var file = Fixtures.Open("geko", $"geko-2026-KW{week}.csv");

        var read = await world.ReadAsync(file);
        var confirmed = await world.ConfirmAsync(read.Import.Id);

        var rows = await world.RowsAsync(confirmed.Id);
        Assert.Equal(45, confirmed.Rows);
        var ready = rows.Where(r => r.State == ParticipantState.Ready).ToList();
        Assert.True(ready.Count >= 43, string.Join(", ", rows.Where(r => r.State != ParticipantState.Ready).Select(r => r.Reason)));
        var waiting = 0;
        foreach (var survey in ready.Select(r => r.Survey!.Value.ToString()).Distinct())
        {
            waiting += (await world.WaitingAsync(survey)).Count;
        }

        Assert.Equal(ready.Count, waiting);
        Assert.Equal(ImportState.Confirmed, confirmed.State);
        Assert.NotNull(confirmed.ConfirmedAt);
    }
}
