using ContactsApi.Core;
using ContactsApi.Editing;

namespace ContactsApi.Commands;

public static class IncidentUsage
{
    public static LocalizedText Text { get; } = new(
        $"""
        Сбои: что не работает прямо сейчас. То же, что «Не работает» на столе редактора.

          incident start CHANNEL --reason CODE | --ru TEXT [--en TEXT]
                   [--for PT3H | --until 2026-11-22T08:00] [--only-here] [--dry-run] [--author NAME]
                                      объявить сбой канала; без срока, пока его не завершат; время московское;
                                      --only-here только этого канала, без соседей по комнате
          incident end ID [--dry-run] [--author NAME]
                                      завершить сбой
          incident list               сбои, которые идут и предстоят: номер, канал, начало, конец, причина

        Готовые причины (CODE): {string.Join(", ", OutageReason.All.Select(reason => reason.Code))}.
        Коды выхода: 0 всё хорошо, 1 так не вышло, 2 неверный вызов, 78 хранилищем нельзя пользоваться.
        """,
        $"""
        Outages: what is out of order right now. The same as "Out of order" at the desk.

          incident start CHANNEL --reason CODE | --ru TEXT [--en TEXT]
                   [--for PT3H | --until 2026-11-22T08:00] [--only-here] [--dry-run] [--author NAME]
                                      announce an outage of a channel; without an end, until it is ended; times are Moscow's;
                                      --only-here of that channel alone, and not of its neighbours
          incident end ID [--dry-run] [--author NAME]
                                      end an outage
          incident list               outages that run or are to come: id, channel, start, end, reason

        Prepared reasons (CODE): {string.Join(", ", OutageReason.All.Select(reason => reason.Code))}.
        Exit codes: 0 all is well, 1 it could not be done, 2 wrong usage, 78 the store cannot be used.
        """);
}
