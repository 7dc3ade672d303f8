namespace ContactsApi.Core.Checking;

/// <summary>The networks in which a page is named after its account, as <c>vk.com/gosuslugi</c>.</summary>
public static class SocialNetworks
{
    /// <summary>By all of their hosts, that by which they are known.</summary>
    private static readonly Dictionary<string, string> Hosts = new()
    {
        ["vk.com"] = "vk.com",
        ["m.vk.com"] = "vk.com",
        ["vk.ru"] = "vk.com",
        ["m.vk.ru"] = "vk.com",
        ["ok.ru"] = "ok.ru",
        ["m.ok.ru"] = "ok.ru",
        ["facebook.com"] = "facebook.com",
        ["m.facebook.com"] = "facebook.com",
        ["fb.com"] = "facebook.com",
        ["instagram.com"] = "instagram.com",
    };

    /// <summary>That by which the network is known, if the host is of one; else the host itself.</summary>
    public static HostName Known(HostName host) => Hosts.TryGetValue(host.Text, out var known) ? HostName.Of(known)! : host;

    /// <summary>Nothing for what is no page of a network.</summary>
    public static HandleValue? AccountOf(PageValue page) =>
        Hosts.ContainsKey(page.Host.Text) && page.Path.Split('/') is [_, { Length: > 0 } name, ..] ? new(name, page.Host) : null;
}
