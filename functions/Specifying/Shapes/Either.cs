namespace Parley.Functions.Specifying.Shapes;

/// <summary>One shape or another.</summary>
public abstract class Either<TOne, TOther>
{
    private Either()
    {
    }
}

/// <summary>One of three shapes.</summary>
public abstract class Either<TOne, TOther, TThird>
{
    private Either()
    {
    }
}
