package dev.muster.web.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of every POST of the API that it takes an Idempotency-Key, as the filter that does it stands before them all. */
final class IdempotentOperations {

    private static final String KEY = "IdempotencyKey";
    private static final String REPLAYED = "IdempotencyReplayed";

    private IdempotentOperations() {}

    /** @param document of OpenAPI; is changed */
    static void describe(Map<String, Object> document) {
        child(document, "paths").forEach((path, operations) -> {
            Map<String, Object> post = child(map(operations), "post");
            if (path.startsWith("/v1/") && !post.isEmpty()) {
                describePost(post);
            }
        });
        Map<String, Object> components = child(document, "components");
        components.put("parameters", new LinkedHashMap<>(Map.of(KEY, key())));
        components.put("headers", new LinkedHashMap<>(Map.of(REPLAYED, replayed())));
    }

    private static void describePost(Map<String, Object> post) {
        List<Object> parameters = new ArrayList<>();
        if (post.get("parameters") instanceof List<?> own) {
            parameters.addAll(own);
        }
        parameters.add(reference("#/components/parameters/" + KEY));
        post.put("parameters", parameters);
        Map<String, Object> responses = child(post, "responses");
        responses.putIfAbsent(
                "409",
                problem("What is stored forbids it; or `idempotency_key_in_use`, `idempotency_outcome_unknown`: of the"
                        + " first request with the key there is no answer yet, or none any more."));
        responses.putIfAbsent(
                "422",
                problem("At least one value is not valid; or `idempotency_key_reused`: the key is that of another"
                        + " request."));
        responses.forEach((status, response) -> {
            if (!status.startsWith("5")) {
                Map<String, Object> headers = new LinkedHashMap<>(child(map(response), "headers"));
                headers.put("Idempotency-Replayed", reference("#/components/headers/" + REPLAYED));
                map(response).put("headers", headers);
            }
        });
    }

    private static Map<String, Object> key() {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("name", "Idempotency-Key");
        key.put("in", "header");
        key.put(
                "description",
                "Makes the request safe to repeat: sent again with the same key within 24 hours it has no second effect,"
                        + " and gets the first answer. 1 to 255 visible ASCII characters, best a random UUID.");
        key.put("required", false);
        key.put("schema", Map.of("type", "string", "minLength", 1, "maxLength", 255));
        key.put("example", "8e03978e-40d5-43e8-bc93-6894a57f9324");
        return key;
    }

    private static Map<String, Object> replayed() {
        Map<String, Object> replayed = new LinkedHashMap<>();
        replayed.put("description", "There, and true, when this is the answer to an earlier request of the same key.");
        replayed.put("schema", Map.of("type", "string", "enum", List.of("true")));
        return replayed;
    }

    private static Map<String, Object> problem(String description) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("description", description);
        problem.put(
                "content",
                new LinkedHashMap<>(Map.of(
                        "application/problem+json", Map.of("schema", reference("#/components/schemas/Problem")))));
        return problem;
    }

    private static Map<String, Object> reference(String place) {
        return new LinkedHashMap<>(Map.of("$ref", place));
    }

    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        Object found = parent.get(name);
        return found == null ? Map.of() : map(found);
    }

    @SuppressWarnings("unchecked") // every map of a YAML document has strings for keys
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
