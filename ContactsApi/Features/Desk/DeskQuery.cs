using ContactsApi.Features.Asking;
using ContactsApi.Features.Pages;
using ContactsApi.Hosting.Queries;

namespace ContactsApi.Features.Desk;

/// <summary>What the address of every view may say.</summary>
public static class DeskQuery
{
    /// <summary>The revision that was just written, or zero if something else was.</summary>
    public static QueryParameter<long> Saved { get; } = Parameters.Number("saved", "What was just written.", "2", 0, long.MaxValue);

    public static RouteHandlerBuilder WithDeskQuery(this RouteHandlerBuilder route, params QueryParameter[] parameters) =>
        route.WithQuery([.. parameters, Saved, PageRequest.LanguageChoice]);
}
