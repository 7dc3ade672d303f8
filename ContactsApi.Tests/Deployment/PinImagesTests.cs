using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Deployment;

/// <summary><c>deploy/pin-images</c> on a copy of the files that name images.</summary>
public sealed partial class PinImagesTests : IDisposable
{
    private static readonly string[] Files = ["Dockerfile", "deploy/compose.yaml"];

    private readonly TemporaryFolder folder = new();

    public PinImagesTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is a script for bash.");
        foreach (var made in (string[])["deploy", "bin"])
            Directory.CreateDirectory(folder.File(made));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "images", "deploy/pin-images"), folder.File("deploy/pin-images"));
        foreach (var file in Files)
            File.WriteAllText(folder.File(file), Digest().Replace(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "images", file)), ""));
        Program("docker", "exit 1");
    }

    [Fact]
    public void Every_image_from_a_registry_gets_the_digest_of_what_its_tag_is_now()
    {
        List<string> images = [.. Images()];
        Program("skopeo", "printf 'what %s is' \"$3\"");

        Assert.Contains("Dockerfile FROM mcr.microsoft.com/dotnet/aspnet:10.0", images);
        Assert.DoesNotContain("contacts-api", string.Concat(images));
        Assert.Equal((1, 0, 0), (Run("--check"), Run(), Run("--check")));
        Assert.Equal(images.Select(Pinned), Images());

        // Again: nothing stands there twice.
        Assert.Equal(0, Run());
        Assert.Equal(images.Select(Pinned), Images());
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("true")]
    public void Where_the_registry_does_not_tell_nothing_is_written(string registry)
    {
        List<string> before = [.. Files.Select(file => File.ReadAllText(folder.File(file)))];
        Program("skopeo", registry);

        Assert.NotEqual(0, Run());
        Assert.Equal(before, Files.Select(file => File.ReadAllText(folder.File(file))));
    }

    public void Dispose() => folder.Dispose();

    private IEnumerable<string> Images() =>
        from file in Files
        from match in Image().Matches(File.ReadAllText(folder.File(file)))
        where !match.Value.Contains(" contacts-api:", StringComparison.Ordinal)
        select $"{file} {match.Value.Trim()}";

    private static string Pinned(string image) =>
        $"{image}@sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"what docker://{image.Split(' ')[^1]} is")))}";

    /// <summary>In place of one that asks a registry.</summary>
    private void Program(string name, string body)
    {
        var file = folder.File($"bin/{name}");
        File.WriteAllText(file, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    /// <returns>The exit code.</returns>
    private int Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [folder.File("deploy/pin-images"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{folder.File("bin")}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    [GeneratedRegex("^(FROM|    image:) [^ \n]+", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Image();

    [GeneratedRegex("@sha256:[0-9a-f]{64}")]
    private static partial Regex Digest();
}
