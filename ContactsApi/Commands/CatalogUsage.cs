using ContactsApi.Core;

namespace ContactsApi.Commands;

public static class CatalogUsage
{
    public static Text Text { get; } = new(
        """
        Каталог как файл, тот же YAML, что в ContactsApi/Data:

          catalog validate FILE...    целый ли каталог записан в файлах
          catalog diff FILE...        что изменил бы их импорт
          catalog import FILE... [--message TEXT] [--author NAME]
                                      записать их новой ревизией, если они отличаются
          catalog rollback N [--message TEXT] [--author NAME]
                                      записать каталог ревизии N новой ревизией
          catalog export [FILE]       записать новейшую ревизию в файл или вывести её
          catalog shipped             вывести каталог, который поставляется с этой версией
          catalog diff --shipped      что изменил бы catalog upgrade и что он оставил бы
          catalog upgrade [--author NAME]
                                      взять из поставляемого каталога всё, чего не меняли редакторы
          catalog schema              вывести JSON Schema этих файлов

        Коды выхода: 0 всё хорошо, 1 есть ошибки или отличия, 2 неверный вызов, 78 хранилищем нельзя пользоваться.
        """,
        """
        The catalog as a file, in the YAML of ContactsApi/Data:

          catalog validate FILE...    whether the files hold a whole catalog
          catalog diff FILE...        what importing them would change
          catalog import FILE... [--message TEXT] [--author NAME]
                                      write them as a new revision if they differ
          catalog rollback N [--message TEXT] [--author NAME]
                                      write the catalog of revision N as a new revision
          catalog export [FILE]       write the newest revision to the file, or print it
          catalog shipped             print the catalog that this version ships with
          catalog diff --shipped      what catalog upgrade would change, and what it would keep
          catalog upgrade [--author NAME]
                                      take all of the shipped catalog that no steward touched
          catalog schema              print the JSON Schema of such files

        Exit codes: 0 all is well, 1 problems or differences, 2 wrong usage, 78 the store cannot be used.
        """);
}
