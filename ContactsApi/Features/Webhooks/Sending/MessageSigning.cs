using System.Security.Cryptography;
using StandardWebhooks;

namespace ContactsApi.Features.Webhooks.Sending;

/// <summary>The headers by which a receiver knows a message to be ours, by https://www.standardwebhooks.com.</summary>
public static class MessageSigning
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string Prefix = "whsec_";
    private const int SecretBytes = 32;

    public static string NewSecret() => $"{Prefix}{Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes))}";

    /// <summary>One signature for each secret; a receiver needs to know one of them.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, DateTimeOffset sentAt, string body) =>
        string.Join(' ', secrets.Select(secret => new StandardWebhook(secret).Sign(id, sentAt, body)));
}
