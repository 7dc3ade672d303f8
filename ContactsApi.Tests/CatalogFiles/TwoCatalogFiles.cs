namespace ContactsApi.Tests.CatalogFiles;

/// <summary>A catalog with one of everything, in two files, for tests to make mistakes in.</summary>
public static class TwoCatalogFiles
{
    public static IReadOnlyList<(string Name, string Text)> Files { get; } =
    [
        ("catalog.yaml",
            """
            source:
              title: { ru: Номера, en: Numbers }
              sections:
                - { reference: "1.1", title: { ru: Телефон, en: Phone } }

            callCentreSchedule: H-DAY

            schedules:
              - id: H-DAY
                name: { ru: днём, en: by day }
                hours: { workday: ["08:00-20:00"], saturday: [], sunday: [], holiday: [] }

            topics:
              - { id: status, name: { ru: Заявление, en: An application }, references: ["1.1"] }

            regions:
              - { code: RU-SPE, name: { ru: Санкт-Петербург, en: Saint Petersburg }, timeZone: Europe/Moscow }

            # A comment moves what follows it.
            channels:
              - id: hotline
                kind: phone
                mode: live
                name: { ru: Линия, en: Line }
                description: { ru: Ответит оператор., en: An operator answers. }
                address: { phone: "+78005553535" }
                priority: { individual: 10 }
                references: ["1.1"]
                hours:
                  - { id: hours-1.1, schedule: H-DAY, reference: "1.1" }
                answers:
                  - { id: answer-1.1, within: PT5M, reference: "1.1" }
            """),
        ("calendar.yaml",
            """
            # The second file.
            statute:
              reference: { ru: ТК РФ, en: Labour Code }
              holidays:
                - { date: "01-01", name: { ru: Новый год, en: New Year } }

            years:
              - year: 2026
                decree: { ru: Постановление, en: A decree }
                nonWorking:
                  - { from: 2026-02-21, to: 2026-02-23, decree: { ru: Указ, en: Another decree } }
                days:
                  - { date: 2026-06-11, shortened: true }
            """),
    ];
}
