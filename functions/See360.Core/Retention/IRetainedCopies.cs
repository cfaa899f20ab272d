using See360.Core.Institutes;

namespace See360.Core.Retention;

/// <summary>Copies of participants' data that a host keeps beside the two stores: mails in an outbox folder, files in a drop folder.</summary>
public interface IRetainedCopies
{
    /// <summary>Deletes what was written before an instant. To be said again.</summary>
    /// <param name="most">At most so many.</param>
    /// <returns>How many are gone.</returns>
    Task<int> DeleteAsync(InstituteId institute, DateTimeOffset before, int most, CancellationToken cancel = default);
}
