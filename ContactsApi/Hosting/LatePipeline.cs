namespace ContactsApi.Hosting;

public static class LatePipeline
{
    /// <summary>
    /// Adds what depends on settings. It is asked only when the service starts: settings that are wrong are told before that, in one line.
    /// </summary>
    public static void UseAtStart(this IApplicationBuilder app, Action<IApplicationBuilder> configure) => app.Use(next =>
    {
        var branch = app.New();
        configure(branch);
        branch.Run(next);
        return branch.Build();
    });
}
