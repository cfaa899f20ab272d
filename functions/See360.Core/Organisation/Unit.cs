namespace See360.Core.Organisation;

/// <summary>A department, branch or region (*OE*). The parent is null for the institute itself.</summary>
/// <param name="Number">The bank's own number, as text.</param>
/// <param name="Head">User name of who leads it, or null.</param>
public sealed record Unit(string Number, string Name, string? Parent, string? Head);
