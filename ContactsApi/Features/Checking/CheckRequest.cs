using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Features.Checking;

/// <summary>What to compare with the directory.</summary>
/// <param name="Values">Each of at most 2,000 characters, several lines too.</param>
public sealed record CheckRequest([property: Required, MaxLength(CheckEndpoints.Most)] IReadOnlyList<string> Values);
