using System.Text.Json.Serialization;

namespace See360.Core.Texts;

/// <summary>The languages that customers and staff can choose. German comes first everywhere.</summary>
public enum Language
{
    De,
    En,
}

/// <summary>A text in German and English. Both are written; a missing English text falls back to German.</summary>
public sealed record LocalizedText(string De, string En)
{
    public string In(Language language) => language == Language.En && En.Length > 0 ? En : De;

    /// <summary>True if neither language is blank.</summary>
    [JsonIgnore]
    public bool IsComplete => !string.IsNullOrWhiteSpace(De) && !string.IsNullOrWhiteSpace(En);
}
