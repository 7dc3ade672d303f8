using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting;

public static class HeadRequests
{
    private static readonly object IsHead = new();

    /// <summary>
    /// Finds for HEAD the endpoint that answers GET, so that both have the same headers, and drops the body (RFC 9110, section 9.3.2).
    /// </summary>
    public static void UseHeadRequests(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Items[IsHead] = IsHead;
                context.Request.Method = HttpMethods.Get;
                context.Response.Body = Stream.Null;
            }

            return next(context);
        });
        app.UseRouting();
        app.Use((context, next) =>
        {
            if (context.Items.ContainsKey(IsHead))
                context.Request.Method = HttpMethods.Head;
            return next(context);
        });
    }

    /// <summary>Names HEAD beside GET in <c>Allow</c>: routing knows only of the methods that endpoints name.</summary>
    public static void NameIn(IHeaderDictionary headers)
    {
        var allowed = headers.GetCommaSeparatedValues(HeaderNames.Allow);
        if (allowed.Contains(HttpMethods.Get))
            headers.Allow = string.Join(", ", allowed.Append(HttpMethods.Head).Order(StringComparer.Ordinal));
    }
}
