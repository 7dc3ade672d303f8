using System.Text;
using ContactsApi.Core;
using ContactsApi.Hosting.Service;
using ContactsApi.Hosting;

namespace ContactsApi.Commands;

/// <summary>Where a command writes: what was asked for to <c>Out</c>, all else to <c>Error</c>.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error, Language Language)
{
    /// <summary>UTF-8 without a mark whatever the terminal's encoding: what is written may be kept as a file.</summary>
    public static Terminal OfThisProcess() => new(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" },
        Console.Error,
        TerminalLanguage.Of(Environment.GetEnvironmentVariable));

    public void Say(LocalizedText line) => Out.WriteLine(line.In(Language));

    public void Complain(LocalizedText line) => Error.WriteLine(line.In(Language));

    /// <summary>Says in one line what keeps a command from running.</summary>
    /// <returns>The exit code.</returns>
    public int Refuse(LocalizedText obstacle)
    {
        Error.WriteLine(obstacle.In(Language).ReplaceLineEndings(" "));
        return Startup.CannotStart;
    }
}

/// <summary>How a command ends.</summary>
public static class ExitCode
{
    public const int Ok = 0;
    public const int Difference = 1;
    public const int Problem = 1;
    public const int WrongUsage = 2;
}
