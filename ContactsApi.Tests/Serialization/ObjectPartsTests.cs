using System.Text;
using ContactsApi.Serialization;

namespace ContactsApi.Tests.Serialization;

public sealed class ObjectPartsTests
{
    [Theory]
    [InlineData("{'a':1,'b':[{'c':2}],'c':null}", "b", "'a':1|'c':null")]
    [InlineData("{'a':1,'b':{'c':2},'c':null}", "c", "'a':1,'b':{'c':2}|")]
    [InlineData("{'a':1,'b':'{','c':[]}", "a c", "|'b':'{'|")]
    [InlineData("{'a':1,'b':2,'c':3}", "a b", "||'c':3")]
    [InlineData("{'a':1,'b':2,'c':3}", "", "'a':1,'b':2,'c':3")]
    [InlineData("{'a':1}", "a", "|")]
    [InlineData("{}", "", "")]
    public void Between_the_other_properties_stand_those_that_stay(string json, string others, string expected)
    {
        var parts = ObjectParts.Between(Encoding.UTF8.GetBytes(json.Replace('\'', '"')), Names(others));

        Assert.Equal(expected, string.Join('|', parts.Select(Encoding.UTF8.GetString)).Replace('"', '\''));
    }

    [Theory]
    [InlineData("c a")]
    [InlineData("d")]
    public void A_property_that_is_not_there_or_stands_elsewhere_is_a_mistake(string others) =>
        Assert.Throws<ArgumentException>(() => ObjectParts.Between("""{"a":1,"b":2,"c":3}"""u8.ToArray(), Names(others)));

    private static string[] Names(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
