package dev.muster.domain.mail;

import java.time.Duration;

/**
 * What mailed links are needed for, and how long they are good (requirements A6, A7).
 *
 * @param verifyFirst whether a new account can't be used before its address is verified
 * @param verifyLife of the link that verifies a new account's address
 * @param confirmLife of the link that confirms another address
 * @param resetLife of the link to choose another password: 10 minutes to 1 hour
 * @param quiet for how long after a link no other is mailed for the same purpose: so nobody can fill another's mailbox,
 *     or make the link that was just mailed worthless by asking for more; so long no letter of a kind is repeated, either, that
 *     strangers can bring about
 */
public record LinkPolicy(
        boolean verifyFirst, Duration verifyLife, Duration confirmLife, Duration resetLife, Duration quiet) {

    /** An account can be used at once; 3 days, 1 day, 30 minutes; 5 minutes of quiet. */
    public static final LinkPolicy DEFAULT = of(false);

    /** The default, whether accounts can be used at once or not. */
    public static LinkPolicy of(boolean verifyFirst) {
        return new LinkPolicy(
                verifyFirst, Duration.ofDays(3), Duration.ofDays(1), Duration.ofMinutes(30), Duration.ofMinutes(5));
    }

    /** How long a link is good. */
    public Duration life(MailedToken.Purpose purpose) {
        return switch (purpose) {
            case VERIFY_EMAIL -> verifyLife;
            case CONFIRM_EMAIL -> confirmLife;
            case RESET_PASSWORD -> resetLife;
        };
    }
}
