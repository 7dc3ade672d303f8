using ContactsApi.Core;
using Microsoft.AspNetCore.Antiforgery;

namespace ContactsApi.Features.Desk;

/// <summary>Refuses what was not sent by a form of the desk in the same browser.</summary>
public static class ForgeryRefusal
{
    private static readonly LocalizedText Title = new("Форма устарела", "The form is too old");

    public static RouteGroupBuilder RefusingForgery(this RouteGroupBuilder group) => group.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        if (!HttpMethods.IsPost(context.Request.Method))
            return await next(invocation);
        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            return DeskRequest.Of(context).Show<ForgeryPage>(Title) with { Status = StatusCodes.Status400BadRequest };
        }

        return await next(invocation);
    });
}
