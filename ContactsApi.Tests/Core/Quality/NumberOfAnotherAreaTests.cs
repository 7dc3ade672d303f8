using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Quality;
using ContactsApi.Tests.Support;
using PhoneNumbers;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class NumberOfAnotherAreaTests
{
    private const string Code = "number-of-another-area";

    [Theory]
    [InlineData("+74951234567", "RU-SPE RU-LEN", "c [] 2.3")] // Moscow's
    [InlineData("+78121234567", "RU-SPE RU-LEN", "")]
    [InlineData("+78131234567", "RU-SPE RU-LEN", "")]
    [InlineData("+78131234567", "RU-SPE", "c [] 2.3")] // the oblast's
    [InlineData("+74951234567", "RU-MOS", "")] // shared with the city
    [InlineData("+78005553535", "RU-SPE", "")] // toll-free numbers have no area
    [InlineData("+79161234567", "RU-SPE", "")] // neither have mobile ones
    [InlineData("+77077777777", "RU-SPE", "")]
    [InlineData("+498123456789", "RU-LEN", "")] // not Russian at all
    [InlineData("+74951234567", "", "")] // not a regional line
    public void The_area_code_of_a_regional_line_is_of_its_regions(string phone, string regions, string found) =>
        Assert.Equal(found, Found(Code, Line(phone, regions)));

    [Fact]
    public void The_places_are_told() => Assert.Equal(
        ["The code 495 of the number +74951234567 is of another place. Code: Moscow, Moscow Oblast; line: Saint Petersburg."],
        Texts(Code, Line("+74951234567", "RU-SPE")));

    [Fact]
    public void Every_region_has_an_area_code_and_every_area_code_a_region() => Assert.Equal(
        Domain.Shipped.Regions.Select(region => region.Code).Order(StringComparer.Ordinal),
        AreaCodes.All.SelectMany(AreaCodes.RegionsOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_area_code_is_one_in_libphonenumber_too()
    {
        var numbering = PhoneNumberUtil.GetInstance();

        Assert.All(AreaCodes.All, code =>
        {
            var number = numbering.Parse($"+7{code}2345678", null);
            Assert.Equal(("RU", 3), (numbering.GetRegionCodeForNumber(number), numbering.GetLengthOfGeographicalAreaCode(number)));
        });
    }

    private static Catalog Line(string phone, string regions) => Of(Channel("c") with
    {
        Address = new() { Phone = phone },
        Restrictions = new() { Regions = regions.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(code => code, _ => "2.3") },
    });
}
