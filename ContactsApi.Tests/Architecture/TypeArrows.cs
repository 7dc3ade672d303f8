using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ContactsApi.Tests.Architecture;

/// <summary>That a type of the service uses another. Both are named in full; a type inside another counts as that one.</summary>
public readonly record struct TypeArrow(string From, string To);

/// <summary>
/// Which types of the service use which others, by what was compiled: their signatures, their attributes and their code. A constant leaves
/// no trace in the code that uses it.
/// </summary>
public static class TypeArrows
{
    public static IReadOnlyCollection<TypeArrow> All { get; } = Read();

    private static HashSet<TypeArrow> Read()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(Program).Assembly.Location);
        return
        [
            .. from type in assembly.MainModule.GetTypes()
               where IsOurs(type)
               from used in UsedBy(type).SelectMany(Parts)
               let target = used.Scope == assembly.MainModule ? used.Resolve() : null
               where target is not null && IsOurs(target)
               select new TypeArrow(NameOf(type), NameOf(target)),
        ];
    }

    /// <summary>Neither what the compiler makes for itself nor <c>Program</c>, which puts everything together.</summary>
    private static bool IsOurs(TypeDefinition type) => NameOf(type).StartsWith("ContactsApi.", StringComparison.Ordinal);

    private static string NameOf(TypeDefinition type) => type.DeclaringType is { } outer ? NameOf(outer) : type.FullName;

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(one => one.InterfaceType),
        .. type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.Select(property => property.PropertyType),
        .. type.Methods.SelectMany(UsedBy),
        .. ((IEnumerable<ICustomAttributeProvider>)[type, .. type.Fields, .. type.Properties, .. type.Methods])
            .SelectMany(marked => marked.CustomAttributes)
            .SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType)),
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
    [
        .. SignatureOf(method),
        .. method.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
        .. method.HasBody
            ? [
                .. method.Body.Variables.Select(variable => variable.VariableType),
                .. method.Body.ExceptionHandlers.Select(handler => handler.CatchType),
                .. method.Body.Instructions.SelectMany(UsedBy),
              ]
            : (IEnumerable<TypeReference?>)[],
    ];

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments, .. SignatureOf(method)],
        MethodReference method => [method.DeclaringType, .. SignatureOf(method)],
        _ => [],
    };

    private static IEnumerable<TypeReference?> SignatureOf(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType);

    /// <summary>The types that one is made of, as a list of channels is.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
