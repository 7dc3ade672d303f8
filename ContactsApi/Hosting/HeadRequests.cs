namespace ContactsApi.Hosting;

public static class HeadRequests
{
    /// <summary>
    /// Answers HEAD wherever GET is answered, with the same headers and no body (RFC 9110, section 9.3.2). Goes before routing,
    /// which would find no endpoint for the method.
    /// </summary>
    public static void UseHeadRequests(this IApplicationBuilder app)
    {
        app.Use(async (context, next) =>
        {
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await next(context);
                return;
            }

            var body = context.Response.Body;
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
            try
            {
                await next(context);
            }
            finally
            {
                context.Request.Method = HttpMethods.Head;
                context.Response.Body = body;
            }
        });
        app.UseRouting();
    }
}
