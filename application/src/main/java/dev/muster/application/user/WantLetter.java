package dev.muster.application.user;

import dev.muster.application.limit.Limits;
import dev.muster.application.mail.Letters;
import dev.muster.domain.limit.LimitKey;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Notes that someone who is not signed in wants a link (requirements A6, A7). Whether there is an account is not even
 * looked up meanwhile, so nothing can be learned from the answer or its time.
 */
public final class WantLetter {

    private final UnitOfWork unitOfWork;
    private final Letters letters;
    private final Limits limits;

    public WantLetter(UnitOfWork unitOfWork, Letters letters, Limits limits) {
        this.unitOfWork = unitOfWork;
        this.letters = letters;
        this.limits = limits;
    }

    /**
     * Wants a link to choose another password. What locks an account does not keep from it.
     *
     * @param ip from where it is asked for, or null if unknown
     * @throws dev.muster.domain.shared.TooMany with RATE_LIMITED if too many came from there
     */
    public void wantReset(EmailAddress address, @Nullable String ip) {
        want(LetterKind.PASSWORD_RESET_WANTED, address, ip);
    }

    /** Wants a link that verifies the address; otherwise as {@link #wantReset}. */
    public void wantVerification(EmailAddress address, @Nullable String ip) {
        want(LetterKind.VERIFICATION_WANTED, address, ip);
    }

    private void want(LetterKind wish, EmailAddress address, @Nullable String ip) {
        limits.require(limits.policy().mail(), LimitKey.ofAddress(ip));
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            letters.want(wish, address);
            return address;
        });
    }
}
