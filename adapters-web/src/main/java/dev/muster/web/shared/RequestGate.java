package dev.muster.web.shared;

import dev.muster.application.session.Authenticate;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * Lets a request in, or not: its address does not ask too often, its query holds nothing unknown, its body is not compressed, and it says who it speaks for
 * wherever a route is not {@link Open}, who may do what it {@link Needs}. Runs on the event loop, before the body is read, and leaves it only to look a
 * session up that is not remembered.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestGate implements Ordered {

    static final String PRINCIPAL = "muster.principal";

    private final TrustedProxies proxies;
    private final RequestLimit limit;
    private final Authenticate authenticate;
    private final ExecutorService workers;
    private final ConcurrentMap<RouteInfo<?>, RouteRules> rules = new ConcurrentHashMap<>();

    RequestGate(
            TrustedProxies proxies,
            RequestLimit limit,
            Authenticate authenticate,
            @Named(Workers.DATABASE) ExecutorService workers) {
        this.proxies = proxies;
        this.limit = limit;
        this.authenticate = authenticate;
        this.workers = workers;
    }

    @RequestFilter
    CompletableFuture<HttpRequest<?>> admit(HttpRequest<?> request) {
        Peer.identify(request, proxies);
        if (!RequestLimit.holdsFor(request.getPath())) {
            return admitCounted(request);
        }
        CompletableFuture<HttpRequest<?>> counted = limit.count(request).toCompletableFuture();
        return counted.isDone()
                ? counted.thenCompose(this::admitCounted)
                : counted.thenComposeAsync(this::admitCounted, eventLoop(request));
    }

    /** What a shared count answered comes on a thread of its own, which has other things to do. */
    private static Executor eventLoop(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? netty.getChannelHandlerContext().executor()
                : Runnable::run;
    }

    private CompletableFuture<HttpRequest<?>> admitCounted(HttpRequest<?> request) {
        Framing.requireClear(request);
        Optional<RouteMatch<?>> match = RouteAttributes.getRouteMatch(request);
        if (match.isEmpty()) {
            return CompletableFuture.completedFuture(request);
        }
        RouteRules rule = rules.computeIfAbsent(match.get().getRouteInfo(), RouteRules::of);
        if (rule.open()) {
            requireSound(request, rule);
            return CompletableFuture.completedFuture(request);
        }
        String token = BearerToken.require(request);
        Principal principal = authenticate.findRemembered(token).orElse(null);
        if (principal == null) {
            return CompletableFuture.supplyAsync(() -> authenticate.authenticate(token), workers)
                    .thenApply(found -> admitted(request, rule, found));
        }
        return CompletableFuture.completedFuture(admitted(request, rule, principal));
    }

    private static HttpRequest<?> admitted(HttpRequest<?> request, RouteRules rule, Principal principal) {
        requireSound(request, rule);
        Permission needed = rule.needed();
        if (needed != null) {
            principal.require(needed);
        }
        return request.setAttribute(PRINCIPAL, principal);
    }

    private static void requireSound(HttpRequest<?> request, RouteRules rule) {
        if (hasQuery(request)) {
            rule.requireDocumented(request.getParameters().asMap());
        }
        if (request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
            throw FrameworkFaults.unsupportedMediaType();
        }
    }

    /** The raw target tells without the cost of parsing it. */
    private static boolean hasQuery(HttpRequest<?> request) {
        return !(request instanceof NettyHttpRequest<?> netty)
                || netty.getNativeRequest().uri().indexOf('?') >= 0;
    }

    /** Before filters that do something for whom it lets in; a filter of no order is the last. */
    @Override
    public int getOrder() {
        return 0;
    }
}
