using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Answering;

/// <summary>A query string that is read parameter by parameter; everything that is wrong with it is told at once.</summary>
public sealed class Question(IQueryCollection query, params string[] known)
{
    private readonly List<ParameterProblem> problems = [.. query.Misused(known)];

    /// <summary>A parameter's value; nothing where it is not given, or not understood.</summary>
    /// <param name="parse">Null for what cannot be understood.</param>
    public T? Read<T>(string name, Func<string, T?> parse, string expected)
    {
        if (query[name] is not [{ } text])
            return default;
        var value = parse(text);
        if (value is null)
            problems.Add(new ParameterProblem(name, $"{name} must be {expected}."));
        return value;
    }

    public int Number(string name, int least, int most, int usual) => Read<int?>(
        name,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
        $"a whole number from {least} to {most}") ?? usual;

    public T? One<T>(string name, Choice<T> choice)
        where T : struct, Enum => Read(name, choice.Find, $"one of {string.Join(", ", choice.Words)}");

    /// <summary>What was made of the parameters, when all of them were understood.</summary>
    /// <exception cref="RefusedException">Lists everything that is wrong.</exception>
    public T Understood<T>(T read) => problems.Count == 0 ? read : throw new RefusedException(Problems.Invalid(problems));

    /// <summary>The same question with some parameters; those without a value are left out.</summary>
    public static string Address(string path, params (string Name, object? Value)[] parameters) => path + QueryString.Create(
        from parameter in parameters
        let value = parameter.Value is DateTimeOffset time ? time.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(parameter.Value, CultureInfo.InvariantCulture)
        where !string.IsNullOrEmpty(value)
        select KeyValuePair.Create(parameter.Name, value));
}
