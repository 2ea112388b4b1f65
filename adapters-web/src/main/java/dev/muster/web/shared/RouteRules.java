package dev.muster.web.shared;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.core.annotation.AnnotationValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a route lets in.
 *
 * @param open whether it needs no access token
 * @param parameters the query parameters that it documents, and whether each may be repeated; others are refused
 */
record RouteRules(boolean open, Map<String, Boolean> parameters) {

    static RouteRules of(AnnotationMetadataProvider route) {
        AnnotationMetadata annotations = route.getAnnotationMetadata();
        Map<String, Boolean> documented = new HashMap<>();
        List<AnnotationValue<Parameter>> parameters = annotations
                .findAnnotation(Operation.class)
                .map(operation -> operation.getAnnotations("parameters", Parameter.class))
                .orElse(List.of());
        for (AnnotationValue<Parameter> parameter : parameters) {
            if (parameter.enumValue("in", ParameterIn.class).orElse(ParameterIn.DEFAULT) == ParameterIn.QUERY) {
                boolean repeatable = parameter.getAnnotation("array").isPresent();
                parameter.stringValue("name").ifPresent(name -> documented.put(name, repeatable));
            }
        }
        return new RouteRules(annotations.hasAnnotation(Open.class), Map.copyOf(documented));
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
        });
    }

    private static String printable(String name) {
        String ascii = name.replaceAll("[^\\x21-\\x7e]", "?");
        return ascii.length() <= 100 ? ascii : ascii.substring(0, 100);
    }
}
