namespace See360.Core.Users;

/// <summary>Stores a password so that it can be recognised and not be read.</summary>
public interface IPasswordHash
{
    string Hash(string password);

    /// <summary>Takes as long without a hash as with one.</summary>
    /// <param name="hash">Null: there is none to compare with; the answer is <see cref="PasswordCheck.Wrong"/>.</param>
    PasswordCheck Verify(string? hash, string password);
}

public enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, but hashed with fewer rounds than are used today.</summary>
    RightButOutdated,
}
