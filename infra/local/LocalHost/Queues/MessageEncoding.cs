namespace Parley.Local;

public enum MessageEncoding
{
    Base64,
    None,
}
