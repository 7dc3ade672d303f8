using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Features.Bots;

/// <summary>A Telegram bot that needs no token and calls nobody: it answers Telegram's calls.</summary>
public static class TelegramEndpoints
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Several times what a message takes at most: 4,096 characters, with their formatting.</summary>
    private const int MaxBytes = 256 * 1024;

    public static void AddTelegram(this IServiceCollection services) =>
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public static void MapTelegram(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/bots/telegram", Answer)
            .WithName("answerTelegram")
            .WithTags("Bots")
            .WithSummary("The webhook of a Telegram bot")
            .WithDescription(
                "Answers a message in the answer to Telegram's own call: `/phone` with phone numbers, `/abroad` and `/organisation` with the "
                + "best way for these callers, `/check` and a number or link with what is known of it, as is such a text of a private chat, `/start` and `/help` with help, and any other text of a private chat with the best way for an "
                + "individual. The caption of a picture is a text as well. In a group commands that name another bot are passed over, and "
                + "a message in a topic is answered there. 204 where there is nothing to say. Without a secret in the settings there is no bot: 404.")
            .WithQuery()
            .WithForm<TelegramUpdateRequest>(
                """{ "message": { "chat": { "id": 1, "type": "private" }, "text": "/phone" } }""", MaxBytes)
            .WithMetadata(new DocumentedHeader(SecretHeader, "The `secret_token` that `setWebhook` was given.", "0123456789abcdef") { Required = true })
            // Telegram asks for all its users from few addresses. The secret keeps others out.
            .WithMetadata(new DisableRateLimitingAttribute())
            .ProducesProblems(StatusCodes.Status404NotFound);

    private static Results<Ok<TelegramReply>, NoContent, JsonHttpResult<ProblemResponse>> Answer(
        HttpContext context, CatalogSnapshots snapshots, ContactChecks checks, IClock clock, IOptions<TelegramOptions> options)
    {
        if (options.Value.Secret is not [_, ..] secret)
            return context.Refuse(Problem.NoBot);
        if (!IsFromTelegram(context, secret))
            return context.Refuse(Problem.NotFromTelegram);
        var query = QueryReader.Of(context);
        var update = Read(context, query);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        if (update?.Message is not { Chat: not null } message)
            return TypedResults.NoContent();
        var caller = new CallerTime(clock.GetCurrentInstant(), TimeZoneIds.Default, MoscowTime.Zone);
        return new TelegramAnswers(snapshots.Current, checks, caller, LanguageOf(message), options.Value.Username).To(message) is { } text
            ? TypedResults.Ok(TelegramReply.To(message, text))
            : TypedResults.NoContent();
    }

    private static bool IsFromTelegram(HttpContext context, string secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(context.Request.Headers[SecretHeader].ToString()), Encoding.UTF8.GetBytes(secret));

    private static TelegramUpdateRequest? Read(HttpContext context, QueryReader query)
    {
        try
        {
            return context.ReadJson(query).Deserialize<TelegramUpdateRequest>(ContactsJson.Options);
        }
        catch (JsonException problem)
        {
            query.Refuse(problem.Path?.TrimStart('$', '.') is [_, ..] path ? path : BodyReading.Whole, NoUpdate);
            return null;
        }
    }

    private static LocalizedText NoUpdate { get; } = new(
        "Нужно обновление Telegram: https://core.telegram.org/bots/api#update.", "An update of Telegram is needed: https://core.telegram.org/bots/api#update.");

    private static Language LanguageOf(TelegramMessageRequest message) =>
        message.From?.LanguageCode is { } code && code.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Ru;
}
