using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Engine.Sampling;

/// <summary>Four <see cref="RandomStream"/>s side by side, one a lane, each giving the same bits as it would alone.</summary>
internal struct RandomStreams
{
    private Vector256<ulong> s0;
    private Vector256<ulong> s1;
    private Vector256<ulong> s2;
    private Vector256<ulong> s3;

    /// <param name="keys">Four keys.</param>
    public RandomStreams(ReadOnlySpan<ulong> keys, int block)
    {
        var streams = (One: new RandomStream(keys[0], block), Two: new RandomStream(keys[1], block),
            Three: new RandomStream(keys[2], block), Four: new RandomStream(keys[3], block));
        s0 = Vector256.Create(streams.One.State.S0, streams.Two.State.S0, streams.Three.State.S0, streams.Four.State.S0);
        s1 = Vector256.Create(streams.One.State.S1, streams.Two.State.S1, streams.Three.State.S1, streams.Four.State.S1);
        s2 = Vector256.Create(streams.One.State.S2, streams.Two.State.S2, streams.Three.State.S2, streams.Four.State.S2);
        s3 = Vector256.Create(streams.One.State.S3, streams.Two.State.S3, streams.Three.State.S3, streams.Four.State.S3);
    }

    /// <summary>64 uniform bits of every stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<ulong> Next()
    {
        var result = RotateLeft(s0 + s3, 23) + s0;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = RotateLeft(s3, 45);
        return result;
    }

    private static Vector256<ulong> RotateLeft(Vector256<ulong> bits, int by) => (bits << by) | (bits >>> (64 - by));
}
