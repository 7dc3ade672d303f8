using ContactsApi.Core;

namespace ContactsApi.Commands;

public static class CatalogUsage
{
    public static LocalizedText Text { get; } = new(
        """
        Каталог как файл, тот же YAML, что в ContactsApi/Data:

          catalog validate FILE...    целый ли каталог записан в файлах
          catalog diff FILE... [--onto N] [--overwrite] [--remove KIND/ID]...
                                      что изменил бы их импорт
          catalog import FILE... [--onto N] [--overwrite] [--remove KIND/ID]... [--message TEXT] [--author NAME]
                                      записать новой ревизией то, что изменено в файлах с тех пор, как их
                                      экспортировали; что с тех пор изменили другие, остаётся, а что изменили
                                      и там и тут, останавливает импорт
          catalog rollback N [--message TEXT] [--author NAME]
                                      записать каталог ревизии N новой ревизией; сбои остаются как сейчас
          catalog export [FILE]       записать новейшую ревизию в файл или вывести её
          catalog shipped             вывести каталог, который поставляется с этой версией
          catalog diff --shipped      что изменил бы catalog upgrade и что он оставил бы
          catalog upgrade [--author NAME]
                                      взять из поставляемого каталога всё, чего не меняли редакторы
          catalog schema              вывести JSON Schema этих файлов

          --onto N                    файлы сделаны с ревизии N, что бы в них ни было сказано
          --overwrite                 записать и то, что изменили другие; если ревизии в файлах нет, всё станет как в них
          --remove KIND/ID            удалить сбой или замену часов: incidents/ID или overrides/ID; без этого
                                      они не удаляются, даже если в файле их нет

        Коды выхода: 0 всё хорошо, 1 есть ошибки или отличия, 2 неверный вызов, 78 хранилищем нельзя пользоваться.
        """,
        """
        The catalog as a file, in the YAML of ContactsApi/Data:

          catalog validate FILE...    whether the files hold a whole catalog
          catalog diff FILE... [--onto N] [--overwrite] [--remove KIND/ID]...
                                      what importing them would change
          catalog import FILE... [--onto N] [--overwrite] [--remove KIND/ID]... [--message TEXT] [--author NAME]
                                      write what the files changed since they were exported as a new revision;
                                      what others changed since then stays, and what both changed stops the
                                      import
          catalog rollback N [--message TEXT] [--author NAME]
                                      write the catalog of revision N as a new revision; outages stay as they are
          catalog export [FILE]       write the newest revision to the file, or print it
          catalog shipped             print the catalog that this version ships with
          catalog diff --shipped      what catalog upgrade would change, and what it would keep
          catalog upgrade [--author NAME]
                                      take all of the shipped catalog that no steward touched
          catalog schema              print the JSON Schema of such files

          --onto N                    the files were made on revision N, whatever they say
          --overwrite                 write over what others changed; of files that name no revision, all of it
          --remove KIND/ID            remove an outage or an override: incidents/ID or overrides/ID; without this
                                      none is removed, even if the file does not have it

        Exit codes: 0 all is well, 1 problems or differences, 2 wrong usage, 78 the store cannot be used.
        """);
}
