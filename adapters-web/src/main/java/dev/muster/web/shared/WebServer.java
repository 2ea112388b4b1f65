package dev.muster.web.shared;

import java.util.Map;

/** How the HTTP server is set, in tests as in the product. */
public final class WebServer {

    /** The longest body that is read. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    /** Property: threads that requests block on; as many as there are connections to the database. */
    public static final String THREADS = "muster.web.threads";

    /** Property: requests that may wait for such a thread. */
    public static final String WAITING_REQUESTS = "muster.web.waiting-requests";

    /** Property: requests that may wait for their password to be hashed. */
    public static final String WAITING_HASHES = "muster.web.waiting-hashes";

    /** Property: whether mail is shown at /dev/mailbox, to whoever can reach it. */
    public static final String MAILBOX = "muster.web.mailbox";

    /** Property: answers that must not tell whether there is an account come at multiples of this time; 0s for at once. */
    public static final String EVEN_STEP = "muster.web.even-step";

    /** Property: connections that may be open at once; one more is closed. */
    public static final String MAX_CONNECTIONS = "muster.web.max-connections";

    /** Property: longest time from the first byte of a request's head to its end. */
    public static final String HEAD_TIME = "muster.web.head-time";

    /** Property: longest time from the end of a head to the end of its body. */
    public static final String BODY_TIME = "muster.web.body-time";

    /** Property: longest time in which a piece of an answer is taken by its client. */
    public static final String WRITE_TIME = "muster.web.write-time";

    /** Properties to start an application context with. */
    public static final Map<String, Object> PROPERTIES = Map.ofEntries(
            Map.entry(EVEN_STEP, "50ms"),
            Map.entry(MAX_CONNECTIONS, 4096),
            Map.entry(HEAD_TIME, "10s"),
            Map.entry(BODY_TIME, "30s"),
            Map.entry(WRITE_TIME, "60s"),
            Map.entry("micronaut.server.max-request-size", MAX_BODY_BYTES),
            Map.entry("micronaut.server.max-request-buffer-size", MAX_BODY_BYTES),
            Map.entry("micronaut.server.multipart.enabled", false),
            // Who reaches it over a proxy on the same machine comes from another origin than the host it names. Nothing
            // is
            // lost by it: no answer says that scripts of other origins may read it.
            Map.entry("micronaut.server.cors.localhost-pass-through", true),
            Map.entry("micronaut.server.semicolon-is-normal-char", true),
            Map.entry("micronaut.server.log-handled-exceptions", false),
            // Between requests, and before the first: nothing else closes a connection on which nothing happens.
            Map.entry("micronaut.server.idle-timeout", "75s"),
            Map.entry("micronaut.server.netty.max-initial-line-length", 8192),
            Map.entry("micronaut.server.netty.max-header-size", 16384),
            Map.entry("micronaut.server.netty.keep-alive-on-server-error", true),
            // What a compressed body grows to has no bound, so none is read: the gate refuses it.
            Map.entry("micronaut.server.netty.request-decompression-enabled", false),
            // The form of every failure is our own.
            Map.entry("micronaut.server.not-found-on-missing-body", false));

    private WebServer() {}
}
