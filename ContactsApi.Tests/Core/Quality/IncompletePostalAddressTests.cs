using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

/// <summary>What section 5.1 asks of an address: street, house, postal code.</summary>
public sealed class IncompletePostalAddressTests
{
    private const string Code = "postal-address-incomplete";

    private const string Russian = "190000, Санкт-Петербург, Невский пр., д. 1";
    private const string English = "1 Nevsky pr., St. Petersburg, 190000";

    [Theory]
    [InlineData("690091, Приморский край, г. Владивосток, ул. Светланская, д. 1")]
    [InlineData("690091, Владивосток, улица Светланская, дом 1А, офис 12")]
    [InlineData("Санкт-Петербург, Невский пр-т, 28, 191186")]
    [InlineData("191186 Санкт-Петербург, Невский проспект 28")]
    [InlineData("199004, Санкт-Петербург, 9-я линия В.О., д. 12, корп. 2")]
    [InlineData("191024, Санкт-Петербург, 8-я Советская ул., 45")]
    [InlineData("191186, Санкт-Петербург, наб. реки Мойки, 11")]
    [InlineData("620014, Екатеринбург, ул. 8 Марта, 15")]
    [InlineData("443100, Самара, ул. 50 лет Октября, д.5к2")]
    [InlineData("630099, г. Новосибирск, Красный просп., 25, стр. 1")]
    [InlineData("101000, Москва, б-р Чистопрудный, влд. 4")]
    [InlineData("115035, Москва, Кадашёвская набережная, 6/1/2 с1")]
    [InlineData("664003, Иркутск, пер. Пионерский, 3 (2 этаж)")]
    [InlineData("423812, Набережные Челны, мкр. 27, д. 5")]
    [InlineData("660 049, Красноярск, пл. Мира, зд. 1")]
    [InlineData("121069, Москва, ул. Большая Никитская, 50/5, стр. 1, пом. 3")]
    [InlineData("425260, пгт. Советский, ш. Казанское, 14")]
    [InlineData("142703, Видное, Проспект Ленинского Комсомола, 23, корпус 1")]
    [InlineData("Svetlanskaya street 1, Vladivostok, 690091")]
    [InlineData("1 Nevsky Prospekt, Saint Petersburg, 191186, Russia")]
    [InlineData("28 Nevsky pr., St. Petersburg 191186")]
    [InlineData("ul. Lenina, d. 5, Perm, 614000")]
    [InlineData("Lenina St., 5, office 12, 614000 Perm")]
    [InlineData("12 bld. 2, 9th Liniya, St Petersburg, 199004")]
    [InlineData("Moyka River Embankment 11, St. Petersburg, 191186")]
    [InlineData("4 Chistoprudny Boulevard, Moscow 101000")]
    public void A_complete_address_is_not_found(string address) => Assert.Equal("", Lacking(address));

    [Theory]
    [InlineData("без улицы", "street, house, postal code")]
    [InlineData("no street", "street, house, postal code")]
    [InlineData("No street", "street, house, postal code")]
    [InlineData("улица не указана, дом не указан", "street, house, postal code")]
    [InlineData("Владивосток", "street, house, postal code")]
    [InlineData("Владивосток, ул. Светланская, 1", "postal code")]
    [InlineData("690091, Владивосток, ул. Светланская", "house")]
    [InlineData("690091, Владивосток, ул. Светланская, офис 12", "house")]
    [InlineData("690091, Владивосток, ул. Светланская, 3 этаж, каб. 5", "house")]
    [InlineData("620014, Екатеринбург, ул. 8 Марта", "house")]
    [InlineData("199004, Санкт-Петербург, 9-я линия", "house")]
    [InlineData("690091, Владивосток, д. 1", "street")]
    [InlineData("690091, г. Владивосток, ул., 1", "street")]
    [InlineData("690091, Владивосток, а/я 15", "street, house")]
    [InlineData("423812, Набережные Челны, 5", "street")] // a town, no embankment
    [InlineData("Невский пр., д. 1, 19118", "postal code")] // a digit missing
    [InlineData("Невский пр., д. 1, 091186", "postal code")] // no Russian code begins so
    [InlineData("Vladivostok, Svetlanskaya street 1", "postal code")]
    [InlineData("1, St. Petersburg, 191186", "street")] // a saint, no street
    [InlineData("Nevsky Prospekt, St. Petersburg, 191186, floor 2", "house")]
    [InlineData("Nevsky Prospekt, St. Petersburg, 191186, 2 floor", "house")]
    [InlineData("Vladivostok, P.O. Box 15, 690091", "street, house")]
    public void What_is_missing_is_named(string address, string missing) => Assert.Equal(missing, Lacking(address));

    [Theory]
    [InlineData(Russian, English, null)]
    [InlineData("Невский пр., д. 1", "1 Nevsky pr.", "The postal address lacks: postal code.")]
    [InlineData(Russian, "Nevsky pr.", "The postal address lacks: house (in the English text), postal code (in the English text).")]
    [InlineData("190000, Санкт-Петербург", "1 Nevsky pr.", "The postal address lacks: street (in the Russian text), house (in the Russian text), postal code (in the English text).")]
    public void Each_language_is_read_by_itself(string russian, string english, string? text) => Assert.Equal(
        text is null ? [] : [$"Office “o”. {text}"], Texts(Code, With(new LocalizedText(russian, english))));

    [Fact]
    public void It_is_a_finding_about_the_office_and_never_a_refusal()
    {
        var catalog = With(new("без улицы", "no street"));

        var finding = Assert.Single(Of(catalog), finding => finding.Kind.Code == Code);

        Assert.Empty(CatalogRules.ProblemsOf(catalog));
        Assert.Equal(("offices", "o", null), (finding.ChannelId, finding.OfficeId, finding.ToCaller));
        Assert.Equal("Офис «o». В почтовом адресе нет: улицы, дома, индекса.", finding.Text.Ru);
    }

    /// <summary>An address in parts is read as the letter would show it.</summary>
    [Theory]
    [InlineData("191186", "Невский проспект, 1", "1 Nevsky prospekt", "")]
    [InlineData(null, "Невский проспект, 1", "1 Nevsky prospekt", "postal code")]
    [InlineData("191186", "Невский проспект", "Nevsky prospekt", "house")]
    [InlineData("191186", "Невский проспект, 1", "Nevsky prospekt", "house (in the English text)")]
    public void Of_parts_it_is_said_which_is_missing(string? code, string street, string streetEn, string lacking)
    {
        var catalog = With(new("", ""));
        var address = new OfficeAddress { Parts = new(new("Санкт-Петербург", "St Petersburg"), new(street, streetEn)) { PostalCode = code } };

        var text = Texts(Code, catalog with { Offices = [catalog.Offices[0] with { Address = address }] }).SingleOrDefault();

        Assert.Equal(lacking.Length == 0 ? null : $"Office “o”. The postal address lacks: {lacking}.", text);
    }

    [Fact]
    public void Where_there_are_no_streets_a_mark_settles_it() => Assert.Empty(
        Texts(Code, With(new("692000, с. Ивановка, 5", "5, Ivanovka village, 692000"), Marked(VerificationOutcome.Verified))));

    private static string Lacking(string address) =>
        Texts(Code, With(new LocalizedText(address, address))).SingleOrDefault()?["Office “o”. The postal address lacks: ".Length..^1] ?? "";

    private static Catalog With(LocalizedText postal, Verification? mark = null) =>
        Of(Channel("offices") with { Kind = ChannelKind.Office, Mode = Mode.InPerson, Address = null })
            with { Offices = [Office("o") with { Address = new(postal), Verification = mark }] };
}
