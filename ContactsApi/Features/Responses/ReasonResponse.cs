using ContactsApi.Core;

namespace ContactsApi.Features.Responses;

/// <summary>A reason for an answer.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Text">For people, in the language of the answer.</param>
/// <param name="Reference">The section of the source; `operator` for what an operator set; `editorial` for what our editors decided.</param>
public sealed record ReasonResponse(string Code, string Text, string Reference);

/// <summary>Something to know before relying on an answer.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Text">For people, in the language of the answer.</param>
/// <param name="Reference">The section of the source; null if it follows from the answer itself.</param>
public sealed record WarningResponse(string Code, string Text, string? Reference);

/// <summary>A reason before it is put into a language.</summary>
public sealed record Reason(string Code, LocalizedText Text, string Reference)
{
    public ReasonResponse In(Language language) => new(Code, Text.In(language), Reference);
}

/// <summary>A warning before it is put into a language.</summary>
public sealed record Warning(string Code, LocalizedText Text, string? Reference = null)
{
    public WarningResponse In(Language language) => new(Code, Text.In(language), Reference);
}
