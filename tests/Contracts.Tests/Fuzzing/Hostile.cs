namespace Parley.Contracts.Tests.Fuzzing;

/// <summary>Values that have broken readers of JSON, spelled as they stand in a document.</summary>
internal static class Hostile
{
    public static IReadOnlyList<string> Numbers { get; } =
    [
        "0", "-0", "-1", "1", "20", "50", "100", "100.00000000000001", "101", "0.1", "1e-400", "5e-324", "1e308", "1e309", "-1e309", "1e-1000000000",
        "1e1000000000", "2147483648", "-2147483649", "4294967296", "9007199254740991", "9007199254740992", "9223372036854775807", "9223372036854775808",
        "18446744073709551616", "123456789012345678901234567890", "0.30000000000000004", "5e1", "50.0", "1E+2", $"1{new string('0', 400)}", $"0.{new string('9', 400)}",
        "NaN", "Infinity", "01", "+1", ".5", "1.", "0x10", "1e", "--1",
    ];

    public static IReadOnlyList<string> Texts { get; } =
    [
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\n\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\udd4a\"", "\"\u2028\"", "\"\uFEFF\"", "\"\u202E\"", "\"🕊\"", "\"ключ\"",
        "\"..\"", "\"../../etc/passwd\"", "\"a/b\\\\c#d?e%f\"", "\"%00\"", "\"%2e%2e%2f\"", "\"' or 1 eq 1\"", "\"x' or Timestamp ne '\"", "\"$(id)\"", "\"{{7*7}}\"",
        "\"<script>alert(1)</script>\"", "\"=1+1\"", "\"__proto__\"", "\"constructor\"", "\"null\"", "\"NaN\"", "\"javascript:alert(1)\"", "\"http://[::1\"", "\"2026-02-30\"",
        "\"9999999-01-01\"", "\"claim:\"", "\"claim:C99999\"", "\"a:b:c; d:\"", "\"RIVER-TREATY\"", "\"river-treaty \"", "\"river_treaty\"", "\"~\"", "\"/~2\"", "\"\\x\"",
        "\"\t\"", "\"", "'single'", $"\"{new string('x', 65)}\"", $"\"{new string('x', 5_000)}\"", $"\"{new string('e', 2_000)}\\u0301\"",
    ];

    public static IReadOnlyList<string> Values { get; } =
    [
        "null", "true", "false", "[]", "{}", "[null]", "[[]]", "{\"\":{}}", "[1,\"a\",null,{}]", "{\"low\":1}", "{\"low\":3,\"mode\":2,\"high\":1,\"source\":\"x\"}",
        "{\"low\":1,\"mode\":2,\"high\":3,\"source\":\"x\"}", "{\"value\":50}", "{\"mode\":\"50\"}", "undefined", "True", "", ",", "/**/null", "[1,]", "{\"a\":1,}",
    ];
}
