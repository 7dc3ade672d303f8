using ContactsApi.Core;

namespace ContactsApi.Commands;

public static class KeysUsage
{
    public static LocalizedText Text { get; } = new(
        """
        Ключи API для тех, кому можно больше, чем читать:

          keys create --name NAME --scope read|steward|admin [--expires DATE]
                                      создать ключ и вывести его; DATE последний день по Москве
          keys list                   номер, права, состояние, создан, кончился или кончится, имя
          keys rotate ID [--grace PT1H]
                                      сменить ключ и вывести новый; прежний действует ещё столько
          keys revoke ID              отозвать ключ

        Сам ключ выводится один раз и нигде не хранится.
        Коды выхода: 0 всё хорошо, 1 так не вышло, 2 неверный вызов, 78 хранилищем нельзя пользоваться.
        """,
        """
        API keys, for those who may do more than read:

          keys create --name NAME --scope read|steward|admin [--expires DATE]
                                      make a key and print it; DATE is its last day, in Moscow
          keys list                   id, scope, state, made at, ended or ends at, name
          keys rotate ID [--grace PT1H]
                                      change a key and print the new one; the old one works for so long
          keys revoke ID              end a key

        A key is printed once and kept nowhere.
        Exit codes: 0 all is well, 1 it could not be done, 2 wrong usage, 78 the store cannot be used.
        """);
}
