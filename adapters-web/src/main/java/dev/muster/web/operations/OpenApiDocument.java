package dev.muster.web.operations;

import dev.muster.web.shared.ApiDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/**
 * The OpenAPI document that the compiler made of the controllers, as one of OpenAPI 3.1. The compiler's own 3.1 loses
 * types, its 3.0 does not; what lies between is how a schema says that null is allowed.
 */
final class OpenApiDocument {

    private static final String NULLABLE = "nullable";

    /** Of what looks the same everywhere, by its format. */
    private static final Map<String, String> EXAMPLES =
            Map.of("uuid", "019b7c0e-5a00-7c3a-9f21-6d0f3b8e1c47", "date-time", "2030-01-31T12:00:00Z");

    /** What a schema of any JSON value does without. */
    private static final Set<String> RESTRICTING = Set.of("type", "format", "allOf");

    private OpenApiDocument() {}

    /** @param generated a document of OpenAPI 3.0, in YAML */
    static String upgrade(String generated) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options);
        Map<String, Object> document = yaml.load(generated);
        document.put("openapi", "3.1.0");
        IdempotentOperations.describe(document);
        Map<String, Object> upgraded = upgradedMap(document);
        requireWhatAnswersHave(upgraded);
        identifyLicense(upgraded);
        return yaml.dump(upgraded);
    }

    /** Answers leave nothing out, which the compiler can't know. */
    private static void requireWhatAnswersHave(Map<String, Object> document) {
        Map<String, Object> schemas = child(child(document, "components"), "schemas");
        for (String name : schemas.keySet()) {
            if (!name.contains("Request")) {
                Map<String, Object> schema = child(schemas, name);
                schema.put(
                        "required", new ArrayList<>(child(schema, "properties").keySet()));
            }
        }
    }

    /** OpenAPI 3.0 has no place for the SPDX identifier, which is the name as well; readers of 3.1 ask for it. */
    private static void identifyLicense(Map<String, Object> document) {
        Map<String, Object> info = child(document, "info");
        if (info.get("license") instanceof Map<?, ?>) {
            Map<String, Object> license = child(info, "license");
            license.put("identifier", license.get("name"));
        }
    }

    @SuppressWarnings("unchecked") // every map of a YAML document has strings for keys
    private static Map<String, Object> child(Map<?, ?> parent, String name) {
        return parent.get(name) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    private static Object upgraded(Object node) {
        return switch (node) {
            case Map<?, ?> map -> upgradedMap(map);
            case List<?> list ->
                new ArrayList<>(list.stream().map(OpenApiDocument::upgraded).toList());
            default -> node;
        };
    }

    private static Map<String, Object> upgradedMap(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                result.put(String.valueOf(key), upgraded(value));
            }
        });
        if (result.containsKey("type") && EXAMPLES.get(String.valueOf(result.get("format"))) instanceof String usual) {
            result.putIfAbsent("example", usual);
        }
        boolean nullable = Boolean.TRUE.equals(result.remove(NULLABLE));
        if (isAnyJson(map)) {
            result.keySet().removeAll(RESTRICTING);
        } else if (nullable) {
            allowNull(result);
        }
        return result;
    }

    /** By itself, or by the part that the compiler makes of it beside a description. */
    private static boolean isAnyJson(Map<?, ?> schema) {
        return ApiDocument.ANY_JSON.equals(schema.get("format"))
                || schema.get("allOf") instanceof List<?> all
                        && all.stream().anyMatch(part -> part instanceof Map<?, ?> map && isAnyJson(map));
    }

    private static void allowNull(Map<String, Object> schema) {
        Object type = schema.get("type");
        if (type != null) {
            schema.put("type", List.of(type, "null"));
        }
        if (schema.remove("allOf") instanceof List<?> all) {
            List<Object> any = new ArrayList<>(all);
            any.add(Map.of("type", "null"));
            schema.put("anyOf", any);
        }
    }
}
