using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Parley.Functions.Page;

/// <summary>
/// The built page, read once. What is asked for is looked up among the names that the build made: no path of a request ever reaches the
/// file system.
/// </summary>
public sealed class PageFiles
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly Lazy<PageFile> page;
    private readonly Lazy<string> policy;
    private readonly Lazy<FrozenDictionary<string, PageFile>> files;

    public PageFiles(PageFolder folder)
    {
        var root = folder.Path ?? Path.Combine(AppContext.BaseDirectory, "page");
        page = new(() => Read(Path.Combine(root, "index.html")));
        policy = new(() => File.ReadAllText(Path.Combine(root, "csp.txt")));
        files = new(() => Directory.EnumerateFiles(Path.Combine(root, "app")).ToFrozenDictionary(file => Path.GetFileName(file), Read));
    }

    public PageFile Page => page.Value;

    /// <summary>Written by the build, which knows the hash of the one style element that the charts bring along.</summary>
    public string ContentSecurityPolicy => policy.Value;

    public PageFile? Find(string? name) => name is null ? null : files.Value.GetValueOrDefault(name);

    private static PageFile Read(string path)
    {
        var content = File.ReadAllBytes(path);
        var gzipped = Gzip(content);
        return new PageFile(
            ContentTypes[Path.GetExtension(path)],
            $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"",
            content,
            gzipped.Length < content.Length ? gzipped : null);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var written = new MemoryStream();
        using (var gzip = new GZipStream(written, CompressionLevel.Optimal))
            gzip.Write(content);
        return written.ToArray();
    }
}
