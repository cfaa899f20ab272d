namespace See360.Local.Demonstration;

/// <summary>The clock of the demonstration's past: it is moved from event to event, faster than life.</summary>
internal sealed class DemonstrationClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Time does not go back.</summary>
    public void MoveTo(DateTimeOffset instant) => Now = instant > Now ? instant : Now;
}
