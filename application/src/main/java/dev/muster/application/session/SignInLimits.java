package dev.muster.application.session;

import dev.muster.application.limit.Limits;
import dev.muster.domain.limit.LimitKey;
import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.session.Device;
import java.util.function.Supplier;

/**
 * How often one may try to sign in (requirement A13): from one address, and from one address to one account. The second
 * counts what fails only, and lies below what locks an account: so nobody locks another's account from one address.
 */
public record SignInLimits(Limits limits) {

    /** @throws dev.muster.domain.shared.TooMany with RATE_LIMITED; known and unknown accounts are counted alike */
    <T> T limited(String identifier, Device device, Supplier<T> attempt) {
        LimitPolicy policy = limits.policy();
        String pair = LimitKey.ofSignIn(identifier, device.ip());
        limits.require(policy.signInAddress(), LimitKey.ofAddress(device.ip()));
        limits.require(policy.signIn(), pair);
        T signedIn = attempt.get();
        limits.giveBack(policy.signIn(), pair);
        return signedIn;
    }
}
