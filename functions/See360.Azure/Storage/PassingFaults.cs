using Azure;
using Azure.Identity;

namespace See360.Azure.Storage;

/// <summary>What ends by itself: a service that throttles, hangs or restarts, a connection that breaks off, an identity that gets no token at
/// the moment. Whatever is not known to pass is not taken for it.</summary>
internal static class PassingFaults
{
    /// <summary>Status 0: no connection. A time-out of the network is an <see cref="OperationCanceledException"/> that nobody has asked for, a
    /// body that breaks off an <see cref="IOException"/>. After the last of its own tries a client throws all that it has met, together.</summary>
    /// <param name="cancel">The caller's: what it has called off itself is no fault.</param>
    public static bool Is(Exception e, CancellationToken cancel) => e switch
    {
        OperationCanceledException => !cancel.IsCancellationRequested,
        RequestFailedException { Status: 0 or 408 or 429 or 500 or 502 or 503 or 504 } or IOException or AuthenticationFailedException => true,
        AggregateException { InnerExceptions: { Count: > 0 } all } => all.All(inner => Is(inner, cancel)),
        _ => false,
    };
}
