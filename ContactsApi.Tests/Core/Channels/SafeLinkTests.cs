using ContactsApi.Core.Channels;

namespace ContactsApi.Tests.Core.Channels;

public sealed class SafeLinkTests
{
    [Theory]
    [InlineData("https://www.gosuslugi.ru")]
    [InlineData("http://example.org:8080/a/b?c=d&e=%0D%0A#f")]
    [InlineData("HTTPS://EXAMPLE.ORG/")]
    [InlineData("https://госуслуги.рф/помощь?о=чём")]
    [InlineData("https://example.org/a,b;c'd(e)!*$@~")]
    [InlineData("mailto:help@example.org")]
    [InlineData("mailto:help+me@example.org?subject=%0D%0A")]
    [InlineData("mailto:%D0%BF@example.org")]
    [InlineData("tel:+78005553535")]
    [InlineData("tel:115")]
    [InlineData("tel:+7-800-555-35-35;ext=7")]
    [InlineData("sms:+79001234567?body=a%0Ab")]
    [InlineData("tg://resolve?domain=Gosuslugi_support")]
    [InlineData("viber://pa?chatURI=gosuslugi")]
    [InlineData("whatsapp://send?phone=79001234567")]
    [InlineData("vk://vk.com/gosuslugi")]
    public void What_opens_a_page_a_letter_a_call_or_a_known_app_is_safe(string address)
    {
        var uri = Read(address);

        Assert.Null(SafeLink.FaultOf(uri));
        Assert.Same(uri, SafeLink.Of(uri));
    }

    [Theory]
    // What runs, reads files, or leads nobody knows where.
    [InlineData("javascript:alert(1)", "begins with one of")]
    [InlineData("JavaScript:alert(1)", "begins with one of")]
    [InlineData("data:text/html,<script>alert(1)</script>", "are not written")]
    [InlineData("data:text/html;base64,PHNjcmlwdD4", "begins with one of")]
    [InlineData("vbscript:x", "begins with one of")]
    [InlineData("file:///etc/passwd", "begins with one of")]
    [InlineData("blob:https://example.org/1", "begins with one of")]
    [InlineData("intent://x#Intent;scheme=https;end", "begins with one of")]
    [InlineData("app:gosuslugi", "begins with one of")]
    [InlineData("ftp://example.org", "begins with one of")]
    [InlineData("/relative", "begins with one of")]
    [InlineData("//example.org", "begins with one of")]
    [InlineData("www.gosuslugi.ru", "begins with one of")]
    [InlineData("", "begins with one of")]
    [InlineData("?", "begins with one of")]

    // What would end a line, an attribute, or what a program takes for the address.
    [InlineData("https://example.org/\r\nNOTE:injected", "are not written")]
    [InlineData("https://example.org/\nX", "are not written")]
    [InlineData("https://example.org/\0", "are not written")]
    [InlineData("java\nscript:alert(1)", "are not written")]
    [InlineData("\u0001javascript:alert(1)", "are not written")]
    [InlineData(" https://example.org", "are not written")]
    [InlineData("https://example.org/a b", "are not written")]
    [InlineData("https://example.org/\u00A0", "are not written")]
    [InlineData("https://example.org/\u2028", "are not written")]
    [InlineData("https://example.org/\u202Egro.live", "are not written")]
    [InlineData("https://example.org/\u200B", "are not written")]
    [InlineData("https://example.org/\"onclick=x", "are not written")]
    [InlineData("https://example.org/<script>", "are not written")]
    [InlineData("https:\\\\example.org", "are not written")]

    // What has the scheme and not the form.
    [InlineData("https://www.gosuslugi.ru@example.org", "without name and password")]
    [InlineData("https://user:password@example.org", "without name and password")]
    [InlineData("mailto:", "one mailbox is needed")]
    [InlineData("mailto:nobody", "one mailbox is needed")]
    [InlineData("mailto:a,b@example.org", "one mailbox is needed")]
    [InlineData("mailto:a%0D%0AX:b@example.org", "one mailbox is needed")]
    [InlineData("mailto:%22a%22@example.org", "one mailbox is needed")]
    [InlineData("tel:", "a number is needed")]
    [InlineData("tel:help", "a number is needed")]
    [InlineData("sms:?body=a", "a number is needed")]
    public void Anything_else_is_no_link(string address, string why)
    {
        var uri = Read(address);

        Assert.Contains(why, SafeLink.FaultOf(uri)!.En);
        Assert.Matches(@"\p{IsCyrillic}", SafeLink.FaultOf(uri)!.Ru);
        Assert.Null(SafeLink.Of(uri));
    }

    [Fact]
    public void An_address_may_be_as_long_as_stated_and_no_longer()
    {
        var longest = new Uri("https://example.org/".PadRight(SafeLink.MaxLength, 'a'));

        Assert.Null(SafeLink.FaultOf(longest));
        Assert.Equal("at most 1000 characters are needed", SafeLink.FaultOf(new Uri($"{longest}a"))!.En);
    }

    /// <summary>As a catalog's JSON is read.</summary>
    private static Uri Read(string address) => new(address, UriKind.RelativeOrAbsolute);
}
