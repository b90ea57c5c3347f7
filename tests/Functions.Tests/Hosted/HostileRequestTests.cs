using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Parley.Functions.Specifying;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Hosted;

public sealed class HostileRequestTests(HostedApps apps) : IClassFixture<HostedApps>
{
    private const string Json = "Content-Type: application/json";
    private const string Scenarios = "/api/scenarios";

    private static readonly string[] Hostile =
    [
        "%2F", "..%2F..%2Fetc%2Fpasswd", "%5C", "%23", "%3F", "%25", "%2525", "%00", "%0D%0AX-Evil:%201", "%22", "'", "''", "%27%20or%201%20eq%201",
        "x%27)%20or%20(Timestamp%20ne%20%27", "%7Cids", "c%7C", "*", "%F0%9F%95%8A", "%C3", "%ED%A0%80", new string('a', 1000), new string('%', 10), "null", "-1", "0x1", "1e9",
        "9999999999999999999", "00000000-0000-0000-0000-000000000000", "%7B00000000-0000-0000-0000-000000000000%7D", "{id}", "$top", "%20", "%09", "validate%20",
    ];

    private static readonly string[] Tokens = ["t|' or 1 eq 1", "t|0000000000000000000|' or Timestamp ne '", "s|", "o|", "t|", "\0"];

    private static readonly string[] HostileValues =
        [.. Hostile.Except(["*"]), .. Tokens.Select(token => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token))), "x%26status=Deleting", "[]", "%2B"];

    public static TheoryData<string> Keys =>
    [
        "/", "\\", "#", "?", "%", "%2F", "\"", "'", "''", "a, b", "' or 1 eq 1", "x') or (Timestamp ne '", "🗝", "ключ", "{}", "..", "|ids", "=1+1", "<b>", "a\u0001b", new string('k', 1000),
        string.Concat(Enumerable.Repeat("🗝", 500)),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Any_text_is_a_key_and_no_two_are_the_same(string key)
    {
        var app = await apps.StartAsync();

        var first = await SubmitAsync(app, $"Idempotency-Key: {key}");
        var again = await SubmitAsync(app, $"Idempotency-Key: {key}");
        var other = await SubmitAsync(app, $"Idempotency-Key: {key[..^(key.Length > 999 ? 2 : 0)]}x");

        Assert.Equal((202, 202, 202), (first.Status, again.Status, other.Status));
        Assert.Equal(first["id"], again["id"]);
        Assert.NotEqual(first["id"], other["id"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1001")]
    public async Task What_is_no_key_is_refused(string key)
    {
        var app = await apps.StartAsync();

        var answer = await app.PostAsync(Scenarios, Requests.Scenario(), $"Idempotency-Key: {(key == "1001" ? new string('k', 1001) : key)}");

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task No_address_is_a_fault_or_says_more_than_that_there_is_nothing()
    {
        var app = await apps.StartAsync();
        foreach (var operation in Surface.Operations.Where(each => each.Route.Contains('{') && !each.Route.Contains('*') && !each.Route.Contains('?')))
        {
            foreach (var id in Hostile)
            {
                var target = "/" + string.Join('/', operation.Route.Split('/').Select(part => part.StartsWith('{') ? id : part));
                var answer = await app.SendAsync(operation.Verb.ToUpperInvariant(), target, operation.Body is null ? null : "{}"u8.ToArray(), [Json]);

                Assert.True(answer.Status is >= 400 and < 500, $"{operation.Verb} {target}: {answer.Status}");
                Assert.False(answer.Headers.ContainsKey("X-Evil"));
            }
        }
    }

    [Fact]
    public async Task No_question_is_a_fault_or_shows_what_it_would_not_show_otherwise()
    {
        var app = await apps.StartAsync();
        await SubmitAsync(app);
        foreach (var operation in Surface.Operations.Where(each => each.Verb == "get" && !each.Route.Contains('{')))
        {
            foreach (var name in operation.Parameters.Where(each => each.In == "query").Select(each => each.Name))
            {
                foreach (var value in HostileValues)
                {
                    var answer = await app.GetAsync($"/{operation.Route}?{name}={value}");

                    // What could be the id of a situation is that of none.
                    Assert.True(answer.Status == 400 || IsEmpty(answer), $"{operation.Name}, {name}={value}: {answer.Status}");
                }
            }
        }
    }

    [Fact]
    public async Task No_question_about_what_is_there_is_a_fault_or_understood_as_another_one()
    {
        var app = await apps.StartAsync();
        var sweep = await app.PostAsync("/api/sweeps", Sweeps.Json(size: 10), "Idempotency-Key: asked about");
        Assert.Equal(202, sweep.Status);
        var asked = Surface.Operations.Single(each => each.Route.Contains('{') && each.Parameters.Any(parameter => parameter.In == "query"));
        Assert.Equal(nameof(GetVariants), asked.Name); // Of another one something has to be there, too.
        foreach (var name in asked.Parameters.Where(each => each.In == "query").Select(each => each.Name).Append("after"))
        {
            foreach (var value in HostileValues)
            {
                var answer = await app.GetAsync($"{sweep.Headers.Location}/variants?{name}={value}");

                Assert.Equal((400, $"{name}={value}", name), (answer.Status, $"{name}={value}", string.Join(", ", answer.Parameters)));
            }
        }

        var beyond = await app.GetAsync($"{sweep.Headers.Location}/variants?from=100000&limit=10000&step=1000");
        Assert.True(beyond.Status == 200 && beyond.Json["variants"]!.AsArray().Count == 0, $"{beyond.Status}");
    }

    [Fact]
    public async Task A_made_up_token_of_the_right_shape_shows_what_could_be_listed_anyway()
    {
        var app = await apps.StartAsync();
        await SubmitAsync(app);
        var all = (await app.GetAsync(Scenarios + "?limit=100")).Json["scenarios"]!.AsArray().Select(scenario => $"{scenario!["id"]}").ToList();

        foreach (var key in new[] { $"t|{new string('0', 19)}|{Guid.Empty}", $"t|{new string('9', 19)}|{Guid.Empty}" })
        {
            var page = await app.GetAsync($"{Scenarios}?limit=100&after={Base64Url.EncodeToString(Encoding.ASCII.GetBytes(key))}", []);
            Assert.Equal(200, page.Status);
            Assert.Subset(all.ToHashSet(), page.Json["scenarios"]!.AsArray().Select(scenario => $"{scenario!["id"]}").ToHashSet());
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("identity, gzip")]
    [InlineData("x-made-up")]
    public async Task A_bomb_is_not_unpacked(string encoding)
    {
        var app = await apps.StartAsync();
        foreach (var operation in Surface.Operations.Where(each => each.Body is not null))
        {
            var target = $"/{operation.Route.Replace("{id}", "river-treaty", StringComparison.Ordinal)}";
            var answer = await app.SendAsync(operation.Verb.ToUpperInvariant(), target, Packed(encoding), [Json, $"Content-Encoding: {encoding}", "Idempotency-Key: bomb"]);

            Assert.Equal((415, "identity"), (answer.Status, $"{answer.Headers.AcceptEncoding}"));
        }

        Assert.Equal(202, (await SubmitAsync(app, "Content-Encoding: identity")).Status);
    }

    [Fact]
    public async Task A_body_of_any_length_that_does_not_say_so_is_read_to_the_limit_and_no_further()
    {
        var app = await apps.StartAsync();
        byte[] chunk = [.. "10000\r\n"u8, .. Enumerable.Repeat((byte)' ', 0x10000), .. "\r\n"u8];
        byte[] endless = [.. Enumerable.Repeat(chunk, 5).SelectMany(each => each), .. "0\r\n\r\n"u8];
        byte[] fitting = [.. Encoding.ASCII.GetBytes($"{Requests.Scenario().Length:x}\r\n{Requests.Scenario()}\r\n0\r\n\r\n")];

        Assert.Equal(413, (await ChunkedAsync(app, endless)).Status);
        Assert.Equal(202, (await ChunkedAsync(app, fitting)).Status);
    }

    [Theory]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n{}\r\n")]
    [InlineData("ffffffffffffffff\r\n{}\r\n")]
    [InlineData("2\r\n{}}\r\n")]
    public async Task Chunks_that_are_none_are_refused(string body)
    {
        var app = await apps.StartAsync();

        Assert.Equal(400, (await ChunkedAsync(app, Encoding.ASCII.GetBytes(body))).Status);
    }

    [Theory]
    [InlineData("Content-Length: 100")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_client_that_goes_away_in_the_middle_is_no_fault_and_no_scenario(string header)
    {
        // Its log tells of faults when it ends.
        await using var app = await HostedApp.StartAsync();

        await RawHttp.LeaveAfterAsync(app.Address, RawHttp.Request(app.Address, "POST", Scenarios, "5\r\n{"u8.ToArray(), [Json, header]));

        Assert.Empty((await app.GetAsync(Scenarios)).Json["scenarios"]!.AsArray());
    }

    [Fact]
    public async Task Deep_wide_and_long_documents_are_refused_in_a_moment()
    {
        var app = await apps.StartAsync();
        var overrides = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""
            "/a{{i}}":{{(i % 2 == 0 ? "0" : """{"low":1,"mode":2}""")}}
            """));
        string[] documents =
        [
            new('[', 200_000),
            string.Concat(Enumerable.Repeat("{\"a\":", 40_000)),
            $"[{string.Join(',', Enumerable.Repeat(0, 130_000))}]",
            $$"""{"schemaVersion":1,"situation":"river-treaty","title":"x","terms":{ {{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"i{i}\":1"))}} } }""",
            $$"""{"schemaVersion":1,"situation":"river-treaty","title":"{{new string('x', 250_000)}}","terms":{} }""",
            $$"""{"schemaVersion":1,"situation":"river-treaty","title":"x","terms":{},"assumptions":{"overrides":{ {{overrides}} } } }""",
            $$"""{"schemaVersion":1,"situation":"river-treaty","title":"x","terms":{},"analyses":[{{string.Join(',', Enumerable.Repeat("\"impacts\"", 20_000))}}] }""",
        ];

        foreach (var document in documents)
        {
            var answer = await app.PostAsync(Scenarios, document);
            Assert.True(answer.Status == 400, $"{answer.Status} for {document[..100]}");
        }
    }

    private static bool IsEmpty(Answer listing) => listing.Status == 200 && listing.Json.AsObject().Select(member => member.Value).OfType<JsonArray>().Single().Count == 0;

    private static Task<Answer> SubmitAsync(HostedApp app, params string[] headers) => app.PostAsync(Scenarios, Requests.Scenario(), headers);

    private static Task<Answer> ChunkedAsync(HostedApp app, byte[] body) =>
        app.SendAsync(RawHttp.Request(app.Address, "POST", Scenarios, body, [Json, "Transfer-Encoding: chunked"]));

    /// <summary>A hundred megabytes of nothing.</summary>
    private static byte[] Packed(string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
        })
        {
            for (var megabytes = 0; megabytes < 100; megabytes++)
                stream.Write(new byte[1 << 20]);
        }

        return packed.ToArray();
    }
}
