using ContactsApi.Features.Webhooks.Sending;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ContactsApi.Tests.Features.Webhooks;

/// <summary>The signature is the one of the specification, whatever library makes it.</summary>
public sealed class MessageSigningTests
{
    /// <summary>The vector that the libraries of Standard Webhooks are tested with.</summary>
    [Fact]
    public void A_message_is_signed_as_the_specification_says() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        MessageSigning.Sign(
            ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            DateTimeOffset.FromUnixTimeSeconds(1614265330),
            """{"test": 2432232314}"""));

    [Fact]
    public void A_secret_has_256_random_bits()
    {
        var (one, other) = (MessageSigning.NewSecret(), MessageSigning.NewSecret());

        Assert.NotEqual(one, other);
        Assert.StartsWith("whsec_", one, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(one["whsec_".Length..]).Length);
    }

    [Fact]
    public void Of_two_signatures_a_receiver_needs_to_know_one()
    {
        var (current, former, now) = (MessageSigning.NewSecret(), MessageSigning.NewSecret(), TimeProvider.System.GetUtcNow());
        var message = new ReceivedMessage(
            new HeaderDictionary
            {
                ["webhook-id"] = "msg_1",
                ["webhook-timestamp"] = $"{now.ToUnixTimeSeconds()}",
                ["webhook-signature"] = MessageSigning.Sign([current, former], "msg_1", now, "{}"),
            },
            "{}");

        Assert.Equal([true, true, false], new[] { current, former, MessageSigning.NewSecret() }.Select(message.IsSignedBy));
        Assert.False((message with { Body = "{ }" }).IsSignedBy(current));
    }
}
