using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace ContactsApi.Tests.Support;

/// <summary>A request of a <c>.http</c> file, as editors read it.</summary>
public sealed partial record HttpFileRequest(string Title, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    /// <param name="variables">What the file's own variables are instead, by their names.</param>
    public static IEnumerable<HttpFileRequest> In(string file, IReadOnlyDictionary<string, string> variables)
    {
        var known = Variable().Matches(file).ToDictionary(one => one.Groups["name"].Value, one => one.Groups["value"].Value);
        foreach (var (name, value) in variables)
            known[name] = value;
        return
        [
            .. from part in Variable().Replace(file, "").Split("\n###").Skip(1)
               select Of(known.Aggregate(part, (text, one) => text.Replace($"{{{{{one.Key}}}}}", one.Value))),
        ];
    }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Url);
        if (Body.Length > 0)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        foreach (var (name, value) in Headers)
        {
            if (name == "Content-Type")
                message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else
                Assert.True(message.Headers.TryAddWithoutValidation(name, value), name);
        }

        return message;
    }

    private static HttpFileRequest Of(string part)
    {
        var (title, rest) = (part.Split('\n')[0].Trim(), part[part.IndexOf('\n', StringComparison.Ordinal)..].Trim());
        var (head, body) = rest.Split("\n\n", 2) is [var before, var after] ? (before, after) : (rest, "");
        var lines = head.Split('\n');
        return new(
            title, lines[0].Split(' ')[0], lines[0].Split(' ')[1], [.. lines.Skip(1).Select(line => (line.Split(": ", 2)[0], line.Split(": ", 2)[1]))], body);
    }

    [GeneratedRegex("^@(?<name>[A-Za-z]+) = (?<value>.*)\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
