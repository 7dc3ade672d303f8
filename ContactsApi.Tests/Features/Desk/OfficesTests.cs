using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>Offices, added by somebody who has an address and a phone number, or a spreadsheet.</summary>
public sealed class OfficesTests : IDisposable
{
    private const string New = "/desk/offices/new";
    private const string Csv = "/desk/offices/csv";
    private const string Head = "id,region,name.ru,name.en,address.postal.ru,address.postal.en,address.phone,schedule\n";

    private readonly ContactsApp app = new();

    private Office Office => app.Snapshot.Directory.Catalog.Offices.Single();

    [Fact]
    public async Task An_office_is_added_changed_and_removed()
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var seen = await visit.SubmitAsync(
            New,
            ("region", "RU-SPE"), ("name.ru", "Офис на Невском"), ("name.en", "Office on Nevsky"), ("address.postal.ru", "191186, Санкт-Петербург, Невский пр., 1"),
            ("address.postal.en", "1 Nevsky, Saint Petersburg 191186"), ("address.phone", "8 812 000-00-00"), ("schedule", "H-GRAPH"));
        Assert.Contains("offices / ru-spe-1 : added", seen.Text.Replace("ru-spe-1:", "ru-spe-1 :", StringComparison.Ordinal));
        await visit.SubmitAsync(seen, New);

        var office = Assert.Single(app.Snapshot.Directory.Catalog.Offices);
        Assert.Equal(("ru-spe-1", "+78120000000", "H-GRAPH"), (office.Id, office.Address.Phone, office.Hours.Single().Schedule));
        const string uri = "/desk/office/ru-spe-1";
        await visit.SubmitAsync(await visit.SubmitAsync(uri, ("address.phone", "")), uri);
        Assert.Null(app.Snapshot.Directory.Catalog.Offices.Single().Address.Phone);
        Assert.Equal("H-GRAPH", app.Snapshot.Directory.Catalog.Offices.Single().Hours.Single().Schedule);
        await visit.SubmitAsync(await visit.SubmitAsync($"{uri}/remove"), $"{uri}/remove");
        Assert.Empty(app.Snapshot.Directory.Catalog.Offices);
    }

    [Fact]
    public async Task Many_come_from_a_table_as_one_revision()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var table = Head
            + "a,RU-SPE,Первый,First,\"191186, Санкт-Петербург, Невский пр., 1\",\"1 Nevsky, Saint Petersburg\",8 812 000-00-00,H-GRAPH\n"
            + "b,RU-MOW,Второй,Second,\"101000, Москва, ул. Мясницкая, 2\",\"2 Myasnitskaya, Moscow\",,\n";

        var seen = await visit.SubmitAsync(Csv, ("csv", table));
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        await visit.SubmitAsync(seen, Csv);
        Assert.Equal((2, "a b"), (app.Snapshot.Revision, string.Join(' ', app.Snapshot.Directory.Catalog.Offices.Select(one => one.Id))));

        await visit.SubmitAsync(await visit.SubmitAsync(Csv, ("csv", "id;name.en;name.ru;region;address.postal.ru;address.postal.en\nb;Other;Другой;RU-MOW;Москва;Moscow\n")), Csv);
        Assert.Equal((3, "First Other"), (app.Snapshot.Revision, string.Join(' ', app.Snapshot.Directory.Catalog.Offices.Select(one => one.Name.En))));
    }

    [Fact]
    public async Task The_example_of_a_table_can_be_sent_as_it_is()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var example = WebUtility.HtmlDecode(Regex.Match((await visit.OpenAsync(Csv)).Html, "<code>(.*?)</code>", RegexOptions.Singleline).Groups[1].Value);

        await visit.SubmitAsync(await visit.SubmitAsync(Csv, ("csv", example)), Csv);

        Assert.Equal(new("191186, Санкт-Петербург, Невский пр., 1", "1 Nevsky, Saint Petersburg, 191186"), Office.Address.OneLine());
    }

    /// <summary>An address in parts takes the place of the one on a line, and the other way round; nothing of the former is left.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_address_is_written_in_parts_or_on_one_line(bool byTable)
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        app.Change(catalog => catalog with { Offices = [new("a", "RU-SPE", new("Офис", "Office"), new(new("Невский, 1", "1 Nevsky")) { Phone = "+78120000000" })] });

        await WriteAsync(("address.parts.postalCode", "191186"), ("address.parts.addressLocality.ru", "Санкт-Петербург"), ("address.parts.addressLocality.en", "Saint Petersburg"),
            ("address.parts.streetAddress.ru", "Невский пр., 1"), ("address.parts.streetAddress.en", "1 Nevsky"));
        Assert.Equal(
            new OfficeAddress
            {
                Phone = "+78120000000", Parts = new(new("Санкт-Петербург", "Saint Petersburg"), new("Невский пр., 1", "1 Nevsky")) { PostalCode = "191186" },
            },
            Office.Address);

        (string, string)[] noParts = byTable ? [] : [.. from part in "postalCode addressLocality.ru addressLocality.en streetAddress.ru streetAddress.en".Split(' ') select ($"address.parts.{part}", "")];
        await WriteAsync([("address.postal.ru", "Москва"), ("address.postal.en", "Moscow"), .. noParts]);
        Assert.Equal(new OfficeAddress(new("Москва", "Moscow")) { Phone = "+78120000000" }, Office.Address);

        async Task WriteAsync(params (string Name, string Value)[] fields)
        {
            var uri = byTable ? Csv : "/desk/office/a";
            (string, string)[] sent = byTable ? [("csv", $"id;{string.Join(';', fields.Select(field => field.Name))}\na;{string.Join(';', fields.Select(field => field.Value))}\n")] : fields;
            await visit.SubmitAsync(await visit.SubmitAsync(uri, sent), uri);
        }
    }

    [Theory]
    [InlineData("address.parts.postalCode", "19118", "six digits are needed")]
    [InlineData("address.parts.postalCode", "791186", "six digits are needed")]
    [InlineData("address.parts.streetAddress.en", "", "streetAddress.en")]
    [InlineData("verification.outcome", "verified", "Write how it was checked")]
    public async Task Parts_that_do_not_fit_are_refused_where_they_stand(string field, string typed, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        app.Change(catalog => catalog with
        {
            Offices = [new("a", "RU-SPE", new("Офис", "Office"), new() { Parts = new(new("Санкт-Петербург", "Saint Petersburg"), new("Невский пр., 1", "1 Nevsky")) { PostalCode = "191186" } })],
        });

        var answer = await visit.SubmitAsync("/desk/office/a", (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Html);
        Assert.Equal(typed, answer.Field(field));
    }

    [Fact]
    public async Task A_check_of_an_address_is_noted_with_the_name_of_the_key_and_taken_back()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        app.Change(catalog => catalog with { Offices = [new("a", "RU-SPE", new("Офис", "Office"), new(new("Невский, 1", "1 Nevsky")))] });
        const string uri = "/desk/office/a";

        await visit.SubmitAsync(await visit.SubmitAsync(uri, ("verification.outcome", "verified"), ("verification.date", "2026-11-21"), ("verification.how.en", "Went there.")), uri);
        Assert.Equal(
            new Verification(VerificationOutcome.Verified, new(2026, 11, 21), "a tester with steward", new("[по-английски] Went there.", "Went there.")), Office.Verification);

        await visit.SubmitAsync(await visit.SubmitAsync(uri, ("verification.outcome", "")), uri);
        Assert.Null(Office.Verification);
    }

    [Theory]
    [InlineData("", "The table is empty.")]
    [InlineData("name,colour\n", "There is no column “name”")]
    [InlineData(Head + "a,RU-ZZZ,Имя,Name,Адрес,Address,,\n", "Line 2: region")]
    [InlineData(Head + "a,RU-SPE,Имя,Name,Адрес,Address,12,\n", "Line 2: address.phone")]
    [InlineData(Head + "a,RU-SPE,Имя,,Адрес,Address,,\n", "Line 2: name")]
    [InlineData(Head + "a,RU-SPE,Имя\n", "Line 2: 3 columns, and 8 are needed.")]
    [InlineData(Head + "a,RU-SPE,Имя,Name,Адрес,Address,,\na,RU-SPE,Имя,Name,Адрес,Address,,\n", "Line 3: an id of its own is needed.")]
    [InlineData(Head + "a,RU-SPE,\"Имя\"x,Name,Адрес,Address,,\n", "Line 2: its quotes do not match.")]
    public async Task A_wrong_line_is_named_and_nothing_is_written(string table, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var answer = await visit.SubmitAsync(Csv, ("csv", table));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Text);
        Assert.Equal(1, app.Snapshot.Revision);
    }

    public void Dispose() => app.Dispose();
}
