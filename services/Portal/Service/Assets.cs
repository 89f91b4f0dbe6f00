using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Oversight.Portal;

/// <summary>The portal's own styles, script and pictures, named by what is in them, so that a browser may keep them for ever.</summary>
internal static class Assets
{
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Type, string Version)> All = typeof(Assets).Assembly.GetManifestResourceNames()
        .Select(name => (name, Type: TypeOf(name))).Where(one => one.Type is not null).ToFrozenDictionary(one => one.name, one =>
        {
            using var stream = typeof(Assets).Assembly.GetManifestResourceStream(one.name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return (bytes.ToArray(), one.Type!, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12]);
        });

    /// <summary>portal.css: /assets/portal.css?v=1f0c…</summary>
    public static string Address(string name) => $"/assets/{name}?v={All[name].Version}";

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{**name}", (string name, HttpContext http) =>
    {
        if (!All.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = http.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "public, max-age=300";
        return Results.Bytes(asset.Bytes, asset.Type);
    });

    private static string? TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
