using System.Text;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http;

namespace ContactsApi.Tests.Hosting.Bodies;

/// <summary>All that is wrong with a body is told at once, by path.</summary>
public sealed class BodyReaderTests
{
    private const string Right = """{ "kind": "phone", "address": { "uri": "tel:1", "ports": [1] } }""";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "[]", "body", "Does not fit: properties are needed." },
        { "null", "body", "Does not fit: properties are needed." },
        { "{", "body", "Does not fit: reading stopped at line 1, column 2: this is no JSON, or deeper than 32 levels." },
        { "{}", "address", "Required: properties are needed." },
        { Right.Replace("phone", "Phone"), "kind", "Does not fit: one of these is needed: phone, chat, form, email, fax, messenger, social, app, self-service, office." },
        { Right.Replace("\"phone\"", "7"), "kind", "Does not fit: one of these is needed: phone, chat, form, email, fax, messenger, social, app, self-service, office." },
        { Right.Replace("\"phone\"", "null"), "kind", "Does not fit: one of these is needed: phone, chat, form, email, fax, messenger, social, app, self-service, office." },
        { Right.Replace("\"tel:1\"", "1"), "address.uri", "Does not fit: a text is needed, a number in quotes." },
        { Right.Replace("\"tel:1\"", "null"), "address.uri", "Does not fit: a text is needed, a number in quotes." },
        { Right.Replace("[1]", "[1, 2.5]"), "address.ports[1]", "Does not fit: a whole number is needed." },
        { Right.Replace("[1]", "[1e999]"), "address.ports[0]", "Does not fit: a whole number is needed." },
        { Right.Replace("[1]", "1"), "address.ports", "Does not fit: a list is needed." },
        { Right.Replace("uri", "Uri"), "address.uri", "Required: a text is needed, a number in quotes." },
        { Right.Replace("uri", "Uri"), "address.Uri", "Does not fit: there is no property 'Uri' here, there are: uri, ports, note." },
        { Right.Replace("\"uri\"", "\"uri\": \"a\", \"uri\""), "address.uri", "Does not fit: the property is given twice." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_at_its_path(string body, string path, string error)
    {
        var (form, query) = Read(body);

        Assert.Null(form.Read());
        Assert.Contains(error, query.Errors[path].Select(text => text.En));
    }

    [Fact]
    public void All_faults_are_told_at_once_with_those_of_the_query()
    {
        var (_, query) = Read("""{ "kind": 1, "address": { "ports": ["x"], "note": 1 }, "more": {}, "text": "\uD800", "text": 1 }""", "?colour=red");

        Assert.Equal(
            ["address.note", "address.ports[0]", "address.uri", "colour", "kind", "more", "text"],
            query.Errors.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Right)]
    [InlineData("""{ "address": { "note": null, "ports": [1], "uri": "tel:1" }, "kind": "phone" }""")]
    public void What_is_right_is_read(string body)
    {
        var (form, query) = Read(body);
        var read = form.Read();

        Assert.Empty(query.Errors);
        Assert.Equal((ChannelKind.Phone, "tel:1", 1L, null), (read!.Kind, read.Address.Uri, Assert.Single(read.Address.Ports), read.Address.Note));
    }

    [Theory]
    [InlineData(Right, "phone", "tel:1", null)]
    [InlineData("""{ "kind": "chat", "address": { "uri": "", "ports": 1, "note": "n", "more": 1 } }""", "chat", "", "n")]
    [InlineData("""{ "kind": 7, "address": { "note": "n" }, "address.uri": "x" }""", null, null, "n")]
    [InlineData("""{ "kind": null, "address": { "uri": "a", "uri": "b", "note": null } }""", null, null, null)]
    [InlineData("""{ "address": { "uri": "\ud800", "note": ["n"] } }""", null, null, null)]
    [InlineData("""{ "kind": "phone", "address": "tel:1" }""", "phone", null, null)]
    [InlineData("[]", null, null, null)]
    [InlineData("{", null, null, null)]
    public void What_has_its_shape_can_be_looked_at_whatever_is_wrong_beside_it(string body, string? kind, string? uri, string? note)
    {
        var (form, _) = Read(body);

        Assert.Equal(kind, form.TryGet(asked => asked.Kind, out var readKind) ? EnumNames<ChannelKind>.Of(readKind) : null);
        Assert.Equal(uri, form.TryGet(asked => asked.Address.Uri, out var readUri) ? readUri : null);
        Assert.Equal(note, form.TryGet(asked => asked.Address.Note, out var readNote) ? readNote : null);
    }

    [Fact]
    public void What_is_refused_for_its_meaning_is_told_at_its_path_too()
    {
        var (form, query) = Read(Right);

        form.Refuse(asked => asked.Address.Uri, new LocalizedText("Нет.", "No."));

        Assert.Null(form.Read());
        Assert.Equal("address.uri", Assert.Single(query.Errors).Key);
    }

    [Fact]
    public void A_body_full_of_faults_is_not_answered_with_all_of_them()
    {
        var (_, query) = Read($"{{ {string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"x{i}\": 1"))} }}");

        Assert.Equal(50, query.Errors.Count);
    }

    [Fact]
    public void A_long_name_is_not_repeated_whole()
    {
        var (_, query) = Read($$"""{ "{{new string('x', 9000)}}": 1 }""");

        Assert.Equal(["body"], query.Errors.Keys);
        Assert.All(query.Errors["body"], error => Assert.DoesNotContain("xx", error.En, StringComparison.Ordinal));
    }

    private static (BodyReader<Asked> Form, QueryReader Query) Read(string body, string query = "")
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        context.Features.Set(new ReceivedBody(Encoding.UTF8.GetBytes(body)));
        var reader = QueryReader.Of(context);
        return (context.ReadForm<Asked>(reader), reader);
    }

    private sealed record Asked(ChannelKind Kind, Place Address);

    private sealed record Place(string Uri, IReadOnlyList<long> Ports, string? Note = null);
}
