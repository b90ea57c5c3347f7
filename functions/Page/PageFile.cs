namespace Parley.Functions.Page;

/// <summary>A built file of the page, in memory.</summary>
/// <param name="ETag">Of its content.</param>
/// <param name="Gzipped">Null where compressing gains nothing.</param>
public sealed record PageFile(string ContentType, string ETag, byte[] Content, byte[]? Gzipped);
