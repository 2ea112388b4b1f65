package dev.muster.domain.limit;

import java.time.Duration;

/**
 * What may be asked for how often (requirement A13).
 *
 * @param enforced false switches all limits off, for load tests
 * @param requests any requests of one address
 * @param signIn failed sign-ins with one identifier from one address; as an account has two identifiers, less than half
 *     of what locks it
 * @param signInAddress sign-ins from one address, whoever for
 * @param register registrations from one address
 * @param mail wishes for mail to any address: of one address by those who are not signed in, or of one person
 */
public record LimitPolicy(
        boolean enforced,
        RateLimit requests,
        RateLimit signIn,
        RateLimit signInAddress,
        RateLimit register,
        RateLimit mail) {

    /** The name of the limit on requests, as clients see it. */
    public static final String REQUESTS = "default";

    /** 100 requests a minute, 4 failed sign-ins in 15 minutes, 30 sign-ins a minute, 10 registrations and 10 wishes for mail in 10 minutes. */
    public static final LimitPolicy DEFAULT = ofRequests(100, Duration.ofMinutes(1));

    /** No limits at all. */
    public static final LimitPolicy OFF = new LimitPolicy(
            false, DEFAULT.requests(), DEFAULT.signIn(), DEFAULT.signInAddress(), DEFAULT.register(), DEFAULT.mail());

    /**
     * The default, with another limit on requests.
     *
     * @throws IllegalArgumentException if it is no sound {@link RateLimit}
     */
    public static LimitPolicy ofRequests(int quota, Duration window) {
        return new LimitPolicy(
                true,
                new RateLimit(REQUESTS, quota, window),
                new RateLimit("sign-in", 4, Duration.ofMinutes(15)),
                new RateLimit("sign-in-address", 30, Duration.ofMinutes(1)),
                new RateLimit("register", 10, Duration.ofMinutes(10)),
                new RateLimit("mail", 10, Duration.ofMinutes(10)));
    }
}
