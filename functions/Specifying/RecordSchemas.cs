using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Parley.Functions.Answering;
using Parley.Functions.Specifying.Shapes;

namespace Parley.Functions.Specifying;

/// <summary>Schemas of records and enums, each under its name, with all that they refer to: what is written is closed, and has no null.</summary>
internal sealed class RecordSchemas
{
    // Strict: the answers' numbers are numbers, whatever a reader of them would accept.
    private static readonly JsonSerializerOptions Written = new(Json.Options)
    {
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly Type[] Alternatives = [typeof(Either<,>), typeof(Either<,,>)];

    private readonly Dictionary<string, Type> named = [];
    private readonly Queue<Type> left = [];
    private readonly JsonSchemaExporterOptions exporting;
    private readonly IReadOnlyDictionary<(Type, string), Func<RecordSchemas, JsonObject>> members;

    private RecordSchemas(IReadOnlyDictionary<(Type, string), Func<RecordSchemas, JsonObject>> members)
    {
        this.members = members;
        exporting = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Close };
    }

    /// <param name="members">Of which the type alone does not tell the shape.</param>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Of(
        IEnumerable<Type> records, IReadOnlyDictionary<(Type, string), Func<RecordSchemas, JsonObject>> members)
    {
        var schemas = new RecordSchemas(members);
        foreach (var record in records)
            schemas.Reference(record);
        while (schemas.left.TryDequeue(out var type))
            yield return new(type.Name, schemas.Export(type));
    }

    public static IReadOnlyList<string> MembersOf(Type record) => [.. Written.GetTypeInfo(record).Properties.Select(property => property.Name)];

    /// <summary>A reference to the schema of a record or an enum, which is written as well then.</summary>
    public JsonObject Reference(Type type)
    {
        if (named.TryAdd(type.Name, type))
            left.Enqueue(type);
        return named[type.Name] == type ? Schemas.Reference(type.Name) : throw new InvalidOperationException($"{type} and {named[type.Name]} have one name.");
    }

    private static bool IsNamed(Type type) => type.IsEnum || (type.Namespace?.StartsWith(nameof(Parley), StringComparison.Ordinal) == true && !type.IsGenericType);

    private JsonNode Export(Type type) => Written.GetJsonSchemaAsNode(type, exporting);

    private JsonObject Close(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (context.PropertyInfo is { } property && members.TryGetValue((property.DeclaringType, property.Name), out var member))
            return member(this);
        if (type.IsGenericType && Alternatives.Contains(type.GetGenericTypeDefinition()))
            return new JsonObject { ["anyOf"] = new JsonArray([.. type.GetGenericArguments().Select(each => IsNamed(each) ? Reference(each) : Export(each))]) };
        if (IsNamed(type) && !context.Path.IsEmpty)
            return Reference(type);
        if (schema is not JsonObject shape)
            return new JsonObject(); // Anything at all.

        if (shape["type"] is JsonArray types)
            shape["type"] = types.Select(each => each!.ToString()).First(each => each != "null");
        if (type.IsEnum)
            return Schemas.OneOf([.. shape["enum"]!.AsArray().Select(word => $"{word}")]);
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            Close(shape, context.TypeInfo);
        return shape;
    }

    // What may be null is left out of what is written, and what is not declared is not there.
    private static void Close(JsonObject shape, JsonTypeInfo type)
    {
        shape["required"] = Names(type.Properties.Where(property => !property.IsGetNullable).Select(property => property.Name));
        shape["additionalProperties"] = false;
        if (type.Type.GetCustomAttribute<ExactlyOneAttribute>() is { } one)
            shape["oneOf"] = new JsonArray([.. one.Members.Select(name => new JsonObject { ["required"] = Names([name]) })]);
    }

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];
}
