using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ContactsApi.Tests.Support;

/// <summary>What the service logs that is a warning or worse.</summary>
public sealed class Journal : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}".TrimEnd());
    }

    public void Dispose()
    {
    }
}
