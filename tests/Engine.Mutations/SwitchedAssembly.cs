using System.Diagnostics;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Parley.Engine.Mutations;

/// <summary>
/// The engine as Stryker compiles it: with all mutants in it, each behind a switch, a call of its <c>MutantControl.IsActive</c>. Those
/// switches cost a loop several times its time, whether on or off, and so does its being compiled for a debugger: what is tried has neither,
/// but for the switches of the file that is being tried.
/// </summary>
internal sealed class SwitchedAssembly(string path)
{
    /// <summary>The setting that says which mutant is on.</summary>
    public const string Setting = "PARLEY_MUTANT";

    private const TypeAttributes Static = TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit;

    private readonly byte[] bytes = File.ReadAllBytes(path);

    /// <summary>Writes the engine with the switches of some mutants, which the <see cref="Setting"/> turns on, and with no others.</summary>
    public void WriteSwitching(IReadOnlySet<int> mutants, string target)
    {
        using var module = Read();
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
            Switches.Settle(method.Body, mutants);

        // A field that is read only is a constant for what compiles loops, so a switch costs nothing there.
        var control = Control(module);
        var chosen = AddField(module, "Chosen", module.TypeSystem.Int32, code =>
        {
            var parse = code.Create(OpCodes.Call, Called(control, "System.Int32 System.Int32::Parse(System.String)"));
            code.Emit(OpCodes.Ldstr, Setting);
            code.Emit(OpCodes.Call, Called(control, "System.String System.Environment::GetEnvironmentVariable(System.String)"));
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Brtrue, parse);
            code.Emit(OpCodes.Pop);
            code.Emit(OpCodes.Ldstr, "-1");
            code.Append(parse);
        });
        var isActive = Method(control, Switches.IsActive);
        Replace(isActive, code =>
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldsfld, chosen);
            code.Emit(OpCodes.Ceq);
        });
        isActive.ImplAttributes |= MethodImplAttributes.AggressiveInlining;
        control.Methods.Remove(Method(control, ".cctor"));
        control.Attributes |= TypeAttributes.BeforeFieldInit;
        module.Write(target);
    }

    /// <summary>Writes the engine unchanged, noting which mutants are come by: each once, since noting is slow.</summary>
    public void WriteCovering(string target)
    {
        const int MostMutants = 1 << 16;
        using var module = Read();
        var control = Control(module);
        var seen = AddField(module, "Seen", new ArrayType(module.TypeSystem.Boolean), code =>
        {
            code.Emit(OpCodes.Ldc_I4, MostMutants);
            code.Emit(OpCodes.Newarr, module.TypeSystem.Boolean);
        });
        Replace(Method(control, Switches.IsActive), code =>
        {
            var off = code.Create(OpCodes.Ldc_I4_0);
            code.Emit(OpCodes.Ldsfld, seen);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldelem_U1);
            code.Emit(OpCodes.Brtrue, off);
            code.Emit(OpCodes.Ldsfld, seen);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4_1);
            code.Emit(OpCodes.Stelem_I1);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Call, Method(control, "RegisterCoverage"));
            code.Append(off);
        });
        module.Write(target);
    }

    private ModuleDefinition Read()
    {
        var module = ModuleDefinition.ReadModule(new MemoryStream(bytes));
        var attributes = module.Assembly.CustomAttributes;
        foreach (var attribute in attributes.Where(attribute => attribute.AttributeType.Name == nameof(DebuggableAttribute)).ToArray())
            attributes.Remove(attribute);
        return module;
    }

    private static TypeDefinition Control(ModuleDefinition module) => module.Types.Single(type => type.Name == Switches.Control);

    private static MethodDefinition Method(TypeDefinition type, string name) => type.Methods.Single(method => method.Name == name);

    private static MethodReference Called(TypeDefinition by, string name) => by.Methods.Where(method => method.HasBody)
        .SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>().First(method => method.FullName == name);

    private static void Replace(MethodDefinition method, Action<ILProcessor> write)
    {
        method.Body = new MethodBody(method);
        var code = method.Body.GetILProcessor();
        write(code);
        code.Emit(OpCodes.Ret);
    }

    // Of a type of its own, so that it is there before the first switch is asked.
    private static FieldDefinition AddField(ModuleDefinition module, string name, TypeReference of, Action<ILProcessor> value)
    {
        var type = new TypeDefinition("Stryker", name, Static, module.TypeSystem.Object);
        var field = new FieldDefinition("Value", FieldAttributes.Public | FieldAttributes.Static | FieldAttributes.InitOnly, of);
        var initialise = new MethodDefinition(
            ".cctor",
            MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName | MethodAttributes.HideBySig,
            module.TypeSystem.Void);
        Replace(initialise, code =>
        {
            value(code);
            code.Emit(OpCodes.Stsfld, field);
        });
        type.Fields.Add(field);
        type.Methods.Add(initialise);
        module.Types.Add(type);
        return field;
    }
}
