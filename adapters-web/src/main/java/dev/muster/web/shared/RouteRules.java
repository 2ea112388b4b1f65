package dev.muster.web.shared;

import dev.muster.domain.user.Permission;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route lets in.
 *
 * @param open whether it needs no access token
 * @param needed what whoever asks must be allowed, or null for nothing beyond a token
 * @param parameters the query parameters that it documents, and whether each may be repeated; others are refused
 */
record RouteRules(boolean open, @Nullable Permission needed, Map<String, Boolean> parameters) {

    /** What the framework makes of bytes that are no UTF-8. */
    private static final char UNDECODABLE = '\uFFFD';

    /** Reads what is written at the route's method. Costs some reflection, so it is done once for a route. */
    static RouteRules of(RouteInfo<?> route) {
        boolean open = route.getAnnotationMetadata().hasAnnotation(Open.class);
        Permission needed = route.getAnnotationMetadata()
                .enumValue(Needs.class, Permission.class)
                .orElse(null);
        Operation operation = route instanceof MethodBasedRouteInfo<?, ?> ofMethod
                ? ofMethod.getTargetMethod().getTargetMethod().getAnnotation(Operation.class)
                : null;
        Map<String, Boolean> documented = new HashMap<>();
        if (operation != null) {
            for (Parameter parameter : operation.parameters()) {
                if (parameter.in() == ParameterIn.QUERY) {
                    boolean repeatable = !parameter.array().schema().type().isEmpty();
                    documented.put(parameter.name(), repeatable);
                }
            }
        }
        return new RouteRules(open, needed, Map.copyOf(documented));
    }

    /** @throws Refusal if one of the parameters is not documented, or is repeated where it may not be */
    void requireDocumented(Map<String, List<String>> query) {
        query.forEach((name, values) -> {
            Boolean repeatable = parameters.get(name);
            if (repeatable == null) {
                throw Refusal.ofParameter(WebError.UNKNOWN_PARAMETER, printable(name), "is not known here");
            }
            if (!repeatable && values.size() > 1) {
                throw Refusal.ofParameter(WebError.INVALID_PARAMETER, name, "must not be repeated");
            }
            if (values.stream().anyMatch(value -> value.indexOf(UNDECODABLE) >= 0)) {
                throw Refusal.ofParameter(WebError.INVALID_PARAMETER, name, "must be UTF-8");
            }
        });
    }

    private static String printable(String name) {
        String ascii = name.replaceAll("[^\\x21-\\x7e]", "?");
        return ascii.length() <= 100 ? ascii : ascii.substring(0, 100);
    }
}
