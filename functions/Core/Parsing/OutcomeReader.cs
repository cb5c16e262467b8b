using Sealtrail.Core.Events;

namespace Sealtrail.Core.Parsing;

/// <summary>
/// Success, denied or failed. Services spell a denial in their own ways: <c>AccessDenied</c>,
/// <c>Client.UnauthorizedOperation</c>, <c>VpceAccessDenied</c>, <c>UnauthorizedAccess</c>; a refused console sign-in has
/// no error code, only <c>responseElements.ConsoleLogin = Failure</c>.
/// </summary>
internal static class OutcomeReader
{
    public static Outcome Read(JsonValue record)
    {
        var code = record["errorCode"u8].ScalarText;
        var message = record["errorMessage"u8].ScalarText;
        if (string.IsNullOrEmpty(code))
        {
            return IsRefusedSignIn(record) ? new Outcome(OutcomeKind.Denied, null, message)
                : string.IsNullOrEmpty(message) ? new Outcome(OutcomeKind.Success, null, null)
                : new Outcome(OutcomeKind.Failed, null, message);
        }

        return new Outcome(IsDenial(code) ? OutcomeKind.Denied : OutcomeKind.Failed, code, message);
    }

    private static bool IsDenial(string code) =>
        code.Contains("AccessDenied", StringComparison.OrdinalIgnoreCase)
        || code.Contains("Unauthorized", StringComparison.OrdinalIgnoreCase)
        || code.Contains("Forbidden", StringComparison.OrdinalIgnoreCase)
        || code.Contains("NotAuthorized", StringComparison.OrdinalIgnoreCase)
        || code is "AuthorizationError" or "AuthFailure" or "InvalidClientTokenId" or "SignatureDoesNotMatch";

    private static bool IsRefusedSignIn(JsonValue record)
    {
        foreach (var member in record["responseElements"u8].Members)
        {
            if ((member.NameIs("ConsoleLogin"u8) || member.NameIs("CredentialVerification"u8) || member.NameIs("SwitchRole"u8)
                    || member.NameIs("CheckMfa"u8))
                && member.Value.IsString && member.Value.Raw.SequenceEqual("Failure"u8))
            {
                return true;
            }
        }

        return false;
    }
}
