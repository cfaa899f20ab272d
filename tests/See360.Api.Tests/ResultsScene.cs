using See360.Core;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Testing;
using static See360.Testing.ResultsBank;

namespace See360.Api.Tests;

/// <summary>A bank of two regions and its answers: what tests of results and of their exports ask for.</summary>
internal static class ResultsScene
{
    public const string Bank = "musterbank";
    public const string Manager = "vm@musterbank.example";
    public const string Head = "head@musterbank.example";
    public const string Board = "board@musterbank.example";

    /// <summary>Three answers in 111 (Jana's two, Timo's one), one in 120.</summary>
    public static async Task<CycleId> OpenAsync(ResultsBank bank)
    {
        await bank.OpenAsync();
        await bank.UnitAsync("100", "Musterbank");
        await bank.UnitAsync("110", "Region Nord", "100", Head);
        await bank.UnitAsync("111", "Filiale Altstadt", "110");
        await bank.UnitAsync("120", "Region Süd", "100");
        await bank.HireAsync(Head, 11, "Hanna", "Haupt", "110", "Mitarbeiter");
        await bank.HireAsync(Board, 12, "Vera", "Vorn", "100", "Vorstand");
        await bank.HireAsync("sued@musterbank.example", 13, "Susi", "Sued", "120");
        var cycle = await bank.CycleAsync(await bank.SurveyAsync(), IsoWeek.Parse("2026-W46"));
        await bank.AnsweredAsync(cycle, With("praise", "Sehr nett", Scores(contact: 5, advice: 4, nps: 10, csat: 5)));
        await bank.AnsweredAsync(cycle, With("improve", "Öfter melden", Scores(contact: 3, nps: 8, csat: 4)));
        await bank.AnsweredAsync(cycle, With("praise", "Schnell", Scores(contact: 4, nps: 9, csat: 5)), Timo);
        await bank.AnsweredAsync(cycle, Scores(contact: 2, nps: 7, csat: 3), "sued@musterbank.example", unit: "120");
        return cycle;
    }

    public static Dictionary<string, Answer> With(string question, string text, Dictionary<string, Answer> answers)
    {
        answers[question] = new Answer(Text: text);
        return answers;
    }
}
