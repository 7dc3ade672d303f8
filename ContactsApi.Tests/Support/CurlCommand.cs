using System.Net.Http.Headers;
using System.Text;

namespace ContactsApi.Tests.Support;

/// <summary>The <c>curl</c> commands of a document, read as a shell and <c>curl</c> read them, as far as the document uses either.</summary>
public sealed record CurlCommand(string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string? Body)
{
    /// <summary>In their order, from the blocks marked <c>sh</c>.</summary>
    /// <param name="variables">What stands for what, as <c>$KEY</c>.</param>
    public static IEnumerable<CurlCommand> In(string markdown, IReadOnlyDictionary<string, string> variables) =>
        from words in ShellCommands.In(markdown, variables)
        where words[0] == "curl"
        select Of(words);

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Url);
        if (Body is not null)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };
        foreach (var (name, value) in Headers)
        {
            if (name == "Content-Type")
                message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else
                Assert.True(message.Headers.TryAddWithoutValidation(name, value), name);
        }

        return message;
    }

    private static CurlCommand Of(IReadOnlyList<string> words)
    {
        string? method = null, url = null;
        var (asQuery, data, headers) = (false, new List<string>(), new List<(string, string)>());
        for (var i = 1; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "-i" or "-N":
                    break;
                case "-G":
                    asQuery = true;
                    break;
                case "-X":
                    method = words[++i];
                    break;
                case "-H":
                    headers.Add((words[++i].Split(": ", 2)[0], words[i].Split(": ", 2)[1]));
                    break;
                case "-d":
                    data.Add(words[++i]);
                    break;
                case "--data-urlencode":
                    data.Add($"{words[++i].Split('=', 2)[0]}={Uri.EscapeDataString(words[i].Split('=', 2)[1])}");
                    break;
                case "-o":
                    i++;
                    break;
                case ['-', ..] unknown:
                    throw new NotSupportedException(unknown);
                case var address:
                    url = address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";
                    break;
            }
        }

        var joined = data.Count == 0 ? null : string.Join('&', data);
        return asQuery ? new(method ?? "GET", $"{url}?{joined}", headers, null) : new(method ?? (joined is null ? "GET" : "POST"), url!, headers, joined);
    }
}
