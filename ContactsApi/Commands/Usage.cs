using ContactsApi.Core;

namespace ContactsApi.Commands;

/// <summary>How the program is called, for those who ask and for those who call it wrongly; the service is not made for that.</summary>
public static class Usage
{
    private static readonly LocalizedText Whole = new(
        """
        Как связаться с центром поддержки Госуслуг прямо сейчас: служба и её команды.

          ContactsApi [--НАСТРОЙКА=ЗНАЧЕНИЕ...]
                                      запустить службу
          ContactsApi health          спросить запущенную рядом службу, готова ли она отвечать
          ContactsApi openapi         вывести описание API, как в openapi.yaml
          ContactsApi openapi admin   вывести его часть для редакторов, как в openapi.admin.yaml
          ContactsApi catalog validate|diff|import|rollback|export|schema
                                      каталог как файл; подробнее: catalog --help
          ContactsApi keys create|list|rotate|revoke
                                      ключи API; подробнее: keys --help
          ContactsApi incident start|end|list
                                      сбои; подробнее: incident --help
          ContactsApi --help          эта подсказка
          ContactsApi --version       версия

        Настройки названы в README.md. Их задают переменными окружения, как Store__Path=contacts.db, или аргументами, как
        --Store:Path=contacts.db, --urls=http://localhost:5080, --environment Development.
        Коды выхода: 0 всё хорошо, 1 не вышло, 2 неверный вызов, 78 с такими настройками или хранилищем работать нельзя.
        """,
        """
        How to reach the Gosuslugi support centre right now: the service and its commands.

          ContactsApi [--SETTING=VALUE...]
                                      start the service
          ContactsApi health          ask the service that runs beside it whether it can answer
          ContactsApi openapi         print the description of the API, as in openapi.yaml
          ContactsApi openapi admin   print its part for stewards, as in openapi.admin.yaml
          ContactsApi catalog validate|diff|import|rollback|export|schema
                                      the catalog as a file; more by catalog --help
          ContactsApi keys create|list|rotate|revoke
                                      API keys; more by keys --help
          ContactsApi incident start|end|list
                                      outages; more by incident --help
          ContactsApi --help          this help
          ContactsApi --version       the version

        README.md names the settings. They are given as environment variables, like Store__Path=contacts.db, or as arguments, like
        --Store:Path=contacts.db, --urls=http://localhost:5080, --environment Development.
        Exit codes: 0 all is well, 1 it could not be done, 2 wrong usage, 78 the settings or the store cannot be used.
        """);

    /// <summary>Answers a call that asks how to call, or is not understood.</summary>
    /// <returns>The exit code; nothing for any other call.</returns>
    public static int? Answer(Invocation call, Terminal terminal)
    {
        if (call.Command is "--version" or "version")
            return Show(new(Version, Version), terminal);
        if (IsHelp(call.Command))
            return Show(TextOf(call.Words.FirstOrDefault()), terminal);
        if (call.Command is "catalog" or "keys" or "incident" or "openapi" or "health" && (call.Words is ["help", ..] || call.Words.Any(IsOptionForHelp)))
            return Show(TextOf(call.Command), terminal);
        if (call.UnknownWord is not { } word)
            return null;
        terminal.Complain(new($"Непонятно: {word}", $"Not understood: {word}"));
        terminal.Complain(Whole);
        return ExitCode.WrongUsage;
    }

    private static string Version => $"contacts-api {typeof(Usage).Assembly.GetName().Version?.ToString(3)}";

    private static bool IsHelp(string? word) => word == "help" || IsOptionForHelp(word);

    private static bool IsOptionForHelp(string? word) => word is "--help" or "-h" or "-?" or "/?";

    private static LocalizedText TextOf(string? command) => command switch
    {
        "catalog" => CatalogUsage.Text,
        "keys" => KeysUsage.Text,
        "incident" => IncidentUsage.Text,
        _ => Whole,
    };

    private static int Show(LocalizedText text, Terminal terminal)
    {
        terminal.Say(text);
        return ExitCode.Ok;
    }
}
