using ContactsApi.Editing;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Records;

/// <summary>Whose contacts these are, and what a whole record of them would hold.</summary>
public static class OrganizationEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/organization";

    private static readonly ElementPath Path = new(CatalogPart.Named("organization"), "organization");

    public static IReadOnlyList<FieldGroup> Groups { get; } =
    [
        new(new("Организация", "The organisation"), [.. FormField.InBoth("legalName", "Наименование в официальном реестре", "Name in the official register")], IsOpen: true) { Name = "legalName" },
    ];

    private static EditForm Form { get; } = new(
        new("Организация", "The organisation"), typeof(OrganizationPart), FieldGroup.LabelsOf(Groups), snapshot => ElementFields.Of(Path, snapshot),
        (typed, snapshot) => new Edit(EditKind.Put, Path, ElementFields.Whole(typed, Path.Type)).On(snapshot, Preconditions.None), ChannelEndpoints.Address);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/organization", (HttpContext context) => FormFlow.Open(context, Form)).WithDeskQuery();
        group.MapPost("/organization", (HttpContext context, CatalogSnapshots _) => FormFlow.SendAsync(context, Form)).WithDeskQuery();
    }
}
