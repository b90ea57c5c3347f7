using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Parley.Functions.Settings;

/// <summary>
/// Reads options records and gathers every problem: a value that cannot be read, one out of range, a name that nothing reads.
/// The framework's binder and validation stop at the first kind of problem and at the first section.
/// </summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    /// <param name="section">Null for settings that stand in none.</param>
    /// <param name="ofSection">The property that takes the value of the section itself.</param>
    public T Read<T>(string? section = null, string? ofSection = null)
        where T : new()
    {
        var properties = typeof(T).GetProperties().Where(property => property.CanWrite).ToArray();
        var read = new T();

        // A section that is itself a value belongs to the Functions host, which knows more names than we do.
        if (section is not null && ofSection is null)
            NoteUnknown(configuration.GetSection(section), properties);
        foreach (var property in properties)
        {
            if (configuration[Path(property.Name)] is { Length: > 0 } value)
                Set(read, property, Path(property.Name), value);
        }

        Validate(read, Path);
        return read;

        string Path(string property) => property == ofSection ? section! : PathOf(typeof(T).GetProperty(property)!, section);
    }

    /// <summary>The name of a property's setting, under which it stands in the configuration.</summary>
    public static string PathOf(PropertyInfo property, string? section) =>
        property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? ConfigurationPath.Combine(section!, property.Name);

    private void NoteUnknown(IConfigurationSection section, PropertyInfo[] properties)
    {
        var unknown = section.GetChildren().Where(child => !properties.Any(property => Names(property, child.Key)));
        problems.AddRange(unknown.Select(child => $"{child.Path}: no such setting"));
    }

    private static bool Names(PropertyInfo property, string key) => property.Name.Equals(key, StringComparison.OrdinalIgnoreCase);

    private void Set(object options, PropertyInfo property, string path, string value)
    {
        var converter = TypeDescriptor.GetConverter(property.PropertyType);
        if (converter.IsValid(value))
            property.SetValue(options, converter.ConvertFromInvariantString(value));
        else
            problems.Add($"{path}: '{value}' is not {Kind(property.PropertyType)}");
    }

    private void Validate(object options, Func<string, string> path)
    {
        var found = new List<ValidationResult>();
        var context = new ValidationContext(options);
        // The validator itself asks the object only once its properties are valid.
        if (!Validator.TryValidateObject(options, context, found, validateAllProperties: true) && options is IValidatableObject whole)
            found = [.. found.UnionBy(whole.Validate(context), each => (each.ErrorMessage, string.Join(',', each.MemberNames)))];
        problems.AddRange(found.Select(each => $"{path(each.MemberNames.First())}: {each.ErrorMessage}"));
    }

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(double?) => "a number, with a point before its decimals",
        _ => "a whole number",
    };
}
