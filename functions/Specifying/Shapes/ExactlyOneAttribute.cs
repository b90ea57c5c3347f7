namespace Parley.Functions.Specifying.Shapes;

/// <summary>Of these members one is there, and only one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExactlyOneAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members => members;
}
