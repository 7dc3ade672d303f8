using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Promises;

/// <summary>By when one statement alone promises an answer.</summary>
public readonly record struct SourceDue(AnswerStatement Statement, Instant At);
