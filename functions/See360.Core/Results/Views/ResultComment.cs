namespace See360.Core.Results.Views;

/// <summary>A comment on its way to a page.</summary>
/// <param name="Id">Stable, without meaning.</param>
/// <param name="On">Day of the answer; null in confidential mode.</param>
/// <param name="From">"Herr Hans Stengel": only where an advisor reads his own, in personal mode, and as long as the name may be kept.</param>
/// <param name="Unit">Name of the unit; empty: belongs to the institute.</param>
public sealed record ResultComment(string Id, string Text, string Question, DateOnly? On, string? From, int? Nps, string SurveyName, bool Praise, string Unit);
