using ContactsApi.Hosting.Access;
using CsCheck;

namespace ContactsApi.Tests.Hosting.Access;

/// <summary>What a key looks like.</summary>
public sealed class KeyTextTests
{
    [Fact]
    public void A_key_tells_what_it_is_and_its_id()
    {
        var id = KeyText.NewId();
        var text = KeyText.New(id);

        Assert.Matches("^cak_[0-9a-f]{10}_[0-9a-f]{72}$", text);
        Assert.True(KeyText.IsWhole(text));
        Assert.Equal(id, KeyText.IdOf(text));
        Assert.NotEqual(text, KeyText.New(id));
    }

    [Fact]
    public void Any_slip_is_noticed() => Gen.Select(Gen.Int[0, 86], Gen.Char["0123456789abcdefABCDEF_ яcak"]).Sample((at, slip) =>
    {
        var text = KeyText.New(KeyText.NewId());
        var mistyped = $"{text[..at]}{slip}{text[(at + 1)..]}";

        // The digits of the checksum may be written in either case.
        Assert.Equal(string.Equals(mistyped, text, at >= 79 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal), KeyText.IsWhole(mistyped));
        Assert.False(KeyText.IsWhole(text.Remove(at, 1)));
        Assert.False(KeyText.IsWhole(text.Insert(at, "0")));
    });

    [Theory]
    [InlineData("")]
    [InlineData("cak_")]
    [InlineData("password")]
    public void What_is_no_key_is_none(string text) => Assert.False(KeyText.IsWhole(text));
}
