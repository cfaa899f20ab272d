using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace See360.Core.Storage;

/// <summary>How records are written as JSON, in every edition alike: names in camel case, enums as names, nulls left out.</summary>
public static class RecordJson
{
    public static JsonSerializerOptions Options { get; } = Build();

    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(ReadOnlySpan<byte> body)
        where T : class =>
        JsonSerializer.Deserialize<T>(body, Options) ?? throw new JsonException($"A record of {typeof(T).Name} is null.");

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new TypedIdJsonConverterFactory());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
