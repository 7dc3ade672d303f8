using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace ContactsApi.Features.Checking;

/// <summary>What to compare with the directory: nothing of it is logged or kept.</summary>
/// <param name="Values">Each a phone number, an e-mail address, an account, a web address, the content of a QR code or a message, of at most 2,000 characters.</param>
public sealed record CheckRequest([property: Required, MaxLength(CheckEndpoints.Most)] IReadOnlyList<string> Values);
