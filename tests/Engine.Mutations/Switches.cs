using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Parley.Engine.Mutations;

/// <summary>Turns switches of a method off for good, and takes out what is never come by then: the method is as long as it was written.</summary>
internal static class Switches
{
    public const string Control = "MutantControl";
    public const string IsActive = "IsActive";
    private const int Off = 0;

    /// <param name="kept">Mutants whose switches stay.</param>
    public static void Settle(MethodBody body, IReadOnlySet<int> kept)
    {
        if (!body.Instructions.Any(IsSwitch))
            return;
        body.SimplifyMacros();
        foreach (var instruction in body.Instructions.Where(IsSwitch))
        {
            var number = instruction.Previous;
            if (kept.Contains((int)number.Operand))
                continue;
            Become(instruction, OpCodes.Ldc_I4, Off);
            Become(number, OpCodes.Nop, null);
        }

        Branch(body);
        // The bounds of a handler are instructions too; what lies within it is settled, if longer than it was.
        if (!body.HasExceptionHandlers)
            Shorten(body);
        body.OptimizeMacros();
    }

    private static bool IsSwitch(Instruction instruction) =>
        instruction.OpCode == OpCodes.Call && instruction.Operand is MethodReference { Name: IsActive, DeclaringType.Name: Control };

    // What is off decides a branch for good. Before an if statement it is put into a variable and taken out of it.
    private static void Branch(MethodBody body)
    {
        var targets = Targets(body);
        foreach (var constant in body.Instructions.Where(each => each.OpCode == OpCodes.Ldc_I4 && (int)each.Operand == Off && each.Previous?.OpCode == OpCodes.Nop))
        {
            var load = constant.Next.OpCode == OpCodes.Stloc && constant.Next.Next.OpCode == OpCodes.Ldloc && constant.Next.Operand == constant.Next.Next.Operand
                ? constant.Next.Next
                : constant;
            var branch = load.Next;
            if (targets.Contains(branch) || (load != constant && targets.Contains(load)) || (branch.OpCode != OpCodes.Brtrue && branch.OpCode != OpCodes.Brfalse))
                continue;
            var isTaken = branch.OpCode == OpCodes.Brfalse;
            Become(load, OpCodes.Nop, null);
            Become(branch, isTaken ? OpCodes.Br : OpCodes.Nop, isTaken ? branch.Operand : null);
        }
    }

    private static void Shorten(MethodBody body)
    {
        var reached = Reached(body);
        var kept = new List<Instruction>();
        var (next, nextKept) = (new Dictionary<Instruction, Instruction>(), (Instruction?)null);
        foreach (var instruction in body.Instructions.Reverse())
        {
            var isIdle = instruction.OpCode == OpCodes.Nop || (instruction.OpCode == OpCodes.Br && nextKept is not null && next.GetValueOrDefault((Instruction)instruction.Operand) == nextKept);
            if (reached.Contains(instruction) && !isIdle)
                kept.Add(nextKept = instruction);
            if (nextKept is not null)
                next[instruction] = nextKept;
        }

        foreach (var instruction in kept)
        {
            instruction.Operand = instruction.Operand switch
            {
                Instruction target => next[target],
                Instruction[] all => Array.ConvertAll(all, target => next[target]),
                var other => other,
            };
        }

        kept.Reverse();
        body.Instructions.Clear();
        kept.ForEach(body.Instructions.Add);
    }

    private static HashSet<Instruction> Reached(MethodBody body)
    {
        var (reached, open) = (new HashSet<Instruction>(), new Stack<Instruction>([body.Instructions[0]]));
        while (open.TryPop(out var instruction))
        {
            if (!reached.Add(instruction))
                continue;
            foreach (var target in TargetsOf(instruction))
                open.Push(target);
            if (instruction.Next is { } following && instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw))
                open.Push(following);
        }

        return reached;
    }

    private static HashSet<Instruction> Targets(MethodBody body) => [.. body.Instructions.SelectMany(TargetsOf)];

    private static IEnumerable<Instruction> TargetsOf(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] all => all,
        _ => [],
    };

    private static void Become(Instruction instruction, OpCode code, object? operand) => (instruction.OpCode, instruction.Operand) = (code, operand);
}
