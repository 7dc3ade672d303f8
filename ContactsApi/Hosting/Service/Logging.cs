using ContactsApi.Hosting.Access;
using Microsoft.Extensions.Logging.Console;

namespace ContactsApi.Hosting.Service;

public static class Logging
{
    /// <summary>
    /// One JSON object a line, to standard error: standard output belongs to the commands. A person at a terminal gets plain lines. Requests are not logged: their query
    /// strings say where somebody is and what troubles them.
    /// </summary>
    public static void AddJsonLogging(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        if (Console.IsErrorRedirected)
        {
            logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
            // The greeting says where.
            logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        }

        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Where this one may log at all, every request pays for a trace that nobody collects.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Nor is who was refused, for the same reason.
        logging.AddFilter(typeof(ApiKeyHandler).FullName, LogLevel.Warning);
        // A start that fails is not logged here too: Startup says why in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
