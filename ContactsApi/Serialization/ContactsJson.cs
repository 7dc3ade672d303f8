using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ContactsApi.Serialization;

/// <summary>
/// One JSON for requests, answers, the catalog file and the store: camelCase, enum values in kebab-case, instants with their
/// offset, durations as ISO 8601, absent values as null.
/// </summary>
public static class ContactsJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    /// <summary>As <see cref="Options"/>, for what people write by hand: what is unknown is an error, and so is what is missing or null where something is needed.</summary>
    public static JsonSerializerOptions Strict { get; } = Configure(new JsonSerializerOptions
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullsBeLeftOut } },
    });

    /// <summary>Constructor parameters are required, save those that may be null: null and absent are the same.</summary>
    private static void LetNullsBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsRequired && Nullable.GetUnderlyingType(property.PropertyType) is not null))
            property.IsRequired = false;
    }

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // Texts are Russian and addresses hold '+': both stay readable. Answers are never embedded in HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new TimeWindowConverter());
        options.Converters.Add(new IsoDurationConverter());
        options.Converters.Add(NodaConverters.AnnualDateConverter);
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        return options;
    }
}
