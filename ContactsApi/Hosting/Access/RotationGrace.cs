using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Hosting.Access;

/// <summary>For how long the secret before a rotation works too.</summary>
public static class RotationGrace
{
    private static readonly Duration Longest = Duration.FromDays(30);

    public static Parsed<Duration> Parse(string text) =>
        IsoDurationConverter.TryParse(text, out var grace) && grace >= Duration.Zero && grace <= Longest
            ? grace
            : new LocalizedText("Нужна длительность ISO 8601 до 30 суток, например PT1H.", "An ISO 8601 duration of at most 30 days is needed, as PT1H.");
}
