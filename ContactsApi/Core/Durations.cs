using NodaTime;

namespace ContactsApi.Core;

public static class Durations
{
    /// <summary>As <c>within about 5 minutes</c>; none at all is <c>at once</c>.</summary>
    public static LocalizedText Within(Duration duration, bool approximate)
    {
        if (duration == Duration.Zero)
            return new("сразу", "at once");
        var time = InWords(duration);
        return approximate ? new($"примерно в течение {time.Ru}", $"within about {time.En}") : new($"в течение {time.Ru}", $"within {time.En}");
    }

    /// <summary>In whole seconds, minutes or hours, rounded up; in Russian in the genitive, as behind "within".</summary>
    public static LocalizedText InWords(Duration duration)
    {
        if (duration < Duration.FromMinutes(1))
        {
            var seconds = (long)Math.Ceiling(duration.TotalSeconds);
            return new($"{seconds} {Plurals.Russian(seconds, "секунды", "секунд", "секунд")}", $"{seconds} {(seconds == 1 ? "second" : "seconds")}");
        }

        if (duration < Duration.FromHours(2))
        {
            var minutes = (long)Math.Ceiling(duration.TotalMinutes);
            return new($"{minutes} {Plurals.Russian(minutes, "минуты", "минут", "минут")}", $"{minutes} {(minutes == 1 ? "minute" : "minutes")}");
        }

        var hours = (long)Math.Ceiling(duration.TotalHours);
        return new($"{hours} {Plurals.Russian(hours, "часа", "часов", "часов")}", $"{hours} hours");
    }
}
