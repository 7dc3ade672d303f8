using ContactsApi.Core;
using ContactsApi.Hosting.Access;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Commands;

/// <summary>The commands <c>keys …</c>: who may do more than read, for whoever runs the service. The first key is made here.</summary>
public static class KeysCommand
{
    public static int RunKeysCommand(this WebApplication app, IReadOnlyList<string> words) =>
        Run(app.Services, words, Terminal.OfThisProcess());

    public static int Run(IServiceProvider services, IReadOnlyList<string> words, Terminal terminal)
    {
        int OnKeys(Func<ApiKeys, int> command) => services.OnStore(terminal, _ => command(services.GetRequiredService<ApiKeys>()));

        var clock = services.GetRequiredService<IClock>();
        return KeysArguments.Read(CommandWords.Of(words)) switch
        {
            { Command: "create", Id: null, Name: { } name, Scope: { } scope, Grace: null } arguments =>
                OnKeys(keys => Create(keys, name, scope, arguments.Until, clock.GetCurrentInstant(), terminal)),
            { Command: "list", Id: null, IsWithoutOptions: true } => OnKeys(keys => List(keys, clock.GetCurrentInstant(), terminal)),
            { Command: "rotate", Id: { } id, Name: null, Scope: null, Until: null } arguments =>
                OnKeys(keys => Rotate(keys, id, arguments.Grace ?? Duration.Zero, terminal)),
            { Command: "revoke", Id: { } id, IsWithoutOptions: true } => OnKeys(keys => Revoke(keys, id, terminal)),
            _ => WrongUsage(terminal),
        };
    }

    private static Origin Operator => new(Environment.UserName);

    private static int Create(ApiKeys keys, string name, Scope scope, LocalDate? until, Instant now, Terminal terminal)
    {
        Instant? expiresAt = until is { } last ? MoscowTime.InstantOf(last.PlusDays(1).AtMidnight(), MoscowTime.Zone) : null;
        if (expiresAt <= now)
        {
            terminal.Complain(new($"{until:uuuu-MM-dd} уже прошло. Ключ не создан.", $"{until:uuuu-MM-dd} has passed. No key was made."));
            return ExitCode.Problem;
        }

        return Show(keys.Create(name, scope, expiresAt, Operator), terminal);
    }

    private static int List(ApiKeys keys, Instant now, Terminal terminal)
    {
        foreach (var key in keys.List())
        {
            var end = key.RevokedAt ?? key.ExpiresAt;
            terminal.Out.WriteLine(string.Join(
                '\t', key.Id, EnumNames<Scope>.Of(key.Scope), EnumNames<KeyState>.Of(key.StateAt(now)), key.CreatedAt, end?.ToString() ?? "-", key.Name));
        }

        return ExitCode.Ok;
    }

    private static int Rotate(ApiKeys keys, string id, Duration grace, Terminal terminal)
    {
        if (keys.Rotate(id, grace, Operator) is { } issued)
            return Show(issued, terminal);
        terminal.Complain(new($"Ключа {id} нет, или он отозван или истёк.", $"There is no key {id}, or it is revoked or has expired."));
        return ExitCode.Problem;
    }

    private static int Revoke(ApiKeys keys, string id, Terminal terminal)
    {
        if (keys.Revoke(id, Operator) is { } key)
        {
            terminal.Say(new($"ключ {id} отозван: {key.Name}", $"key {id} is revoked: {key.Name}"));
            return ExitCode.Ok;
        }

        terminal.Complain(new($"Ключа {id} нет.", $"There is no key {id}."));
        return ExitCode.Problem;
    }

    /// <summary>The key alone goes to standard output, so that it can be piped to where it is kept.</summary>
    private static int Show(IssuedKey issued, Terminal terminal)
    {
        terminal.Out.WriteLine(issued.Text);
        terminal.Complain(new(
            $"ключ {issued.Key.Id}: {issued.Key.Name}; показан один раз, нигде не хранится",
            $"key {issued.Key.Id}: {issued.Key.Name}; shown this once, and kept nowhere"));
        return ExitCode.Ok;
    }

    private static int WrongUsage(Terminal terminal)
    {
        terminal.Complain(KeysUsage.Text);
        return ExitCode.WrongUsage;
    }
}
