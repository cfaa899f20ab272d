namespace See360.Core.Cycles;

/// <summary>Mails that the carrier, or a lock, has put off for one reason.</summary>
/// <param name="Reason">Code of <see cref="SendReasonTexts"/>.</param>
/// <param name="NextTryAt">When the first of them is tried again; null: not before a person resumes the cycle.</param>
public sealed record DeferredMails(string Reason, int Count, DateTimeOffset? NextTryAt)
{
    /// <summary>By reason, the most frequent one first.</summary>
    public static IReadOnlyList<DeferredMails> Of(IEnumerable<(Send Send, bool IsPaused)> sends) =>
    [
        .. sends.Where(s => s.Send.State == SendState.Deferred)
            .GroupBy(s => s.Send.Reason)
            .Select(g => new DeferredMails(g.Key, g.Count(), g.Min(s => s.IsPaused ? null : s.Send.NextTryAt)))
            .OrderByDescending(d => d.Count).ThenBy(d => d.Reason, StringComparer.Ordinal),
    ];
}
