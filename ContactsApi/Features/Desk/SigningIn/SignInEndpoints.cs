using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Features.Pages;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Desk.SigningIn;

/// <summary>A key is exchanged for a session. Nothing of the key is shown, kept or logged.</summary>
public static class SignInEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/sign-in";

    public const string KeyField = "key";

    private static readonly LocalizedText Title = new("Вход", "Sign in");

    private static readonly LocalizedText NotWhole = new(
        "Это не ключ целиком: в нём опечатка или не все знаки. Ключ начинается с cak_.", "This is not a whole key: mistyped, or cut off. A key begins with cak_.");

    private static readonly LocalizedText NotValid = new("Такого действующего ключа нет.", "There is no such valid key.");

    private static readonly LocalizedText Expired = new("Срок этого ключа истёк. Попросите новый.", "This key has expired. Ask for a new one.");

    private static readonly LocalizedText TooSmall = new(
        "С этим ключом можно только читать. Нужен ключ редактора (steward) или администратора (admin).",
        "This key only lets you read. A key of scope steward or admin is needed.");

    /// <summary>Where to go afterwards: a view of the desk.</summary>
    public static QueryParameter<string> Next { get; } = new("next", "The view to go to.", "/desk", text => text);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/sign-in", Ask).WithQuery(Next, PageRequest.LanguageChoice);
        group.MapPost("/sign-in", SignInAsync).WithQuery(Next, PageRequest.LanguageChoice);
    }

    public static void MapSignOut(RouteGroupBuilder stewards) => stewards.MapPost("/sign-out", (Delegate)SignOutAsync).WithQuery(PageRequest.LanguageChoice);

    private static HtmlPage Ask(HttpContext context, ApiKeys keys) => Form(DeskRequest.Of(context), keys, null);

    private static async Task<IResult> SignInAsync(HttpContext context, ApiKeys keys, Sessions sessions, SignInAttempts attempts)
    {
        var desk = DeskRequest.Of(context);
        if (attempts.Wait(context) is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Refuse(StatusCodes.Status429TooManyRequests, TooOften(seconds));
        }

        var text = (await context.Request.ReadFormAsync(context.RequestAborted))[KeyField].ToString().Trim();
        switch (keys.Open(text, desk.Now))
        {
            case { Key: { } key } when key.Stored.Key.Scope >= Scope.Steward:
                await context.SignInAsync(Sessions.Scheme, sessions.Begin(key, KeyText.Hash(text)));
                return TypedResults.Redirect(NextOf(desk.Page));
            case { Key: not null }:
                return Refuse(StatusCodes.Status403Forbidden, TooSmall);
            case { Fault: KeyFault.Malformed }:
                return Refuse(StatusCodes.Status401Unauthorized, NotWhole);
            case { Fault: KeyFault.Expired }:
                return Refuse(StatusCodes.Status401Unauthorized, Expired);
            default:
                return Refuse(StatusCodes.Status401Unauthorized, NotValid);
        }

        HtmlPage Refuse(int status, LocalizedText why) => Form(desk, keys, why) with { Status = status };
    }

    private static async Task<RedirectHttpResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Sessions.Scheme);
        return TypedResults.Redirect(PageRequest.Of(context).To(Address));
    }

    private static HtmlPage Form(DeskRequest desk, ApiKeys keys, LocalizedText? fault) => desk.Show<SignInPage>(
        Title, (nameof(SignInPage.Fault), fault), (nameof(SignInPage.HasKeys), keys.HasSteward(desk.Now)));

    /// <summary>A view of the desk, whatever else the address asks for.</summary>
    private static string NextOf(PageRequest page)
    {
        var next = page.Query.FirstOrDefault(choice => choice.Key == Next.Name).Value;
        return next is not null && (next == DeskEndpoints.Address || next.StartsWith($"{DeskEndpoints.Address}/", StringComparison.Ordinal) || next.StartsWith($"{DeskEndpoints.Address}?", StringComparison.Ordinal))
            && RedirectHttpResult.IsLocalUrl(next)
            && Legible.FaultOf(next) is null
            ? next
            : page.To(DeskEndpoints.Address);
    }

    private static LocalizedText TooOften(int seconds) => new(
        $"Слишком много попыток. Следующая через {(seconds + 59) / 60} мин.", $"Too many attempts. The next one in {(seconds + 59) / 60} min.");
}
