using System.Reflection;

namespace Parley.Local;

/// <summary>A method with <c>[Function]</c>, and the one parameter that says what starts it.</summary>
public sealed record FunctionDefinition(string Name, Type Class, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger);
