using See360.Core.Decisions;
using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Concepts;

/// <summary>An agreement as somebody records it.</summary>
/// <param name="EffectiveFrom">Null: from the day of the agreement.</param>
public sealed record NewAgreement(string? AgreedWith, DateOnly? AgreedOn, DateOnly? EffectiveFrom = null, string? Title = null, string? Note = null);

/// <summary>Records the authorisation concept as agreed. From its day on, mails may leave.</summary>
public sealed class AgreeConcept
{
    public const int LongestName = 200;
    public const int LongestNote = 2_000;

    private static readonly DateOnly s_earliest = new(2000, 1, 1);

    private readonly DecideConcept _decide;
    private readonly InstituteRecords _institutes;
    private readonly TimeProvider _clock;

    public AgreeConcept(InstituteRecords institutes, ConceptRecords records, TimeProvider clock) =>
        (_decide, _institutes, _clock) = (new DecideConcept(institutes, records, clock), institutes, clock);

    /// <param name="by">User name of who records it.</param>
    /// <param name="seen">Number of the latest decision that this person has seen; 0: none; null: it does not matter.</param>
    /// <returns>What is decided now.</returns>
    /// <exception cref="BadInput">Nobody is named, a date cannot be, a text is too long.</exception>
    /// <exception cref="RuleBroken">Somebody else has decided in between.</exception>
    public async Task<ConceptDecision> RunAsync(
        InstituteId institute, NewAgreement wanted, string by, int? seen, CancellationToken cancel = default)
    {
        var now = _clock.GetUtcNow();
        var agreement = Checked(wanted, (await _institutes.GetAsync(institute, cancel)).DayOf(now)) with { By = by, At = now };
        return (await _decide.RunAsync(
            institute, seen, (_, latest, _) => agreement with { Version = (latest?.Version ?? 0) + 1 }, cancel))!;
    }

    /// <summary>What the command line says, which may be said at every start: recorded once. Once it was decided on the
    /// page, the page alone decides.</summary>
    /// <returns>What is decided now.</returns>
    public async Task<ConceptDecision> RunOnceAsync(InstituteId institute, string agreedWith, CancellationToken cancel = default)
    {
        var now = _clock.GetUtcNow();
        var today = (await _institutes.GetAsync(institute, cancel)).DayOf(now);
        var agreement = Checked(new NewAgreement(agreedWith, today), today) with { By = DecidedBy.Operator, At = now };
        return (await _decide.RunAsync(
            institute, seen: null,
            (_, latest, _) => latest is null || (latest is { Step: ConceptStep.Agreed, By: DecidedBy.Operator } && latest.AgreedWith != agreement.AgreedWith)
                ? agreement with { Version = (latest?.Version ?? 0) + 1 }
                : null,
            cancel))!;
    }

    private static ConceptDecision Checked(NewAgreement wanted, DateOnly today)
    {
        var (with, on, from, title, note) = ("", default(DateOnly), default(DateOnly), "", "");
        BadInput.Demand(
            () => with = PlainText.RequiredLine("agreedWith", wanted.AgreedWith, LongestName),
            () => on = CheckedDay(wanted.AgreedOn, today),
            () => from = CheckedStart(wanted.EffectiveFrom ?? on, on, today),
            () => title = PlainText.Line("title", wanted.Title, LongestName),
            () => note = PlainText.Lines("note", wanted.Note, LongestNote));
        return new ConceptDecision(0, ConceptStep.Agreed, 0, "", default, with, on, from, title, note);
    }

    private static DateOnly CheckedDay(DateOnly? agreedOn, DateOnly today)
    {
        var on = agreedOn ?? throw Bad("agreedOn", "date-missing",
            "Bitte geben Sie den Tag der Zustimmung an.", "Please give the day of the agreement.");
        return on >= s_earliest && on <= today ? on : throw Bad("agreedOn", "date-out-of-bounds",
            "Der Tag der Zustimmung kann nicht in der Zukunft und nicht vor dem Jahr 2000 liegen. Bitte prüfen Sie das Datum.",
            "The day of the agreement can't be in the future or before the year 2000. Please check the date.");
    }

    private static DateOnly CheckedStart(DateOnly from, DateOnly on, DateOnly today) =>
        from >= on && from <= today.AddYears(2) ? from : throw Bad("effectiveFrom", "date-out-of-bounds",
            "Das Konzept gilt frühestens ab dem Tag der Zustimmung und spätestens in zwei Jahren. Bitte prüfen Sie das Datum.",
            "The concept takes effect on the day of the agreement at the earliest and in two years at the latest. Please check the date.");

    private static BadInput Bad(string field, string code, string de, string en) => new(field, code, new LocalizedText(de, en));
}
