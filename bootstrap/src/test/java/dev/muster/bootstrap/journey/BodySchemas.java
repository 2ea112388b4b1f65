package dev.muster.bootstrap.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of an OpenAPI 3.1 document, which are those of JSON Schema 2020-12, read as strictly as the API means them:
 * nothing is sent that they don't name, and answers leave nothing out.
 */
final class BodySchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Checked ofRequests;
    private final Checked ofAnswers;

    /** @param schemas those of the document's components, by name */
    BodySchemas(JsonNode schemas) {
        this.ofRequests = new Checked(schemas, false);
        this.ofAnswers = new Checked(schemas, true);
    }

    Checked ofRequests() {
        return ofRequests;
    }

    Checked ofAnswers() {
        return ofAnswers;
    }

    /** Schemas that bodies of one direction are checked by. */
    static final class Checked {

        private final JsonNode definitions;
        private final boolean complete;
        private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

        private Checked(JsonNode schemas, boolean complete) {
            this.complete = complete;
            this.definitions = closed(schemas);
        }

        /** What is wrong with the body, or nothing. */
        List<String> faults(JsonNode schema, JsonNode body) {
            return compiled.computeIfAbsent(schema, this::compile).validate(body).stream()
                    .map(Error::toString)
                    .toList();
        }

        private Schema compile(JsonNode schema) {
            ObjectNode whole = (ObjectNode) closed(schema);
            whole.set("$defs", definitions);
            return REGISTRY.getSchema(whole);
        }

        private JsonNode closed(JsonNode schemas) {
            JsonNode copy = parse(schemas.toString().replace("#/components/schemas/", "#/$defs/"));
            closeAll(copy);
            return copy;
        }

        private void closeAll(JsonNode node) {
            // A property may be called so as well; its schema has no object there that is made of schemas.
            if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
                close(schema);
            }
            node.forEach(this::closeAll);
        }

        private void close(ObjectNode schema) {
            if (!schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
            if (complete) {
                ArrayNode required = schema.putArray("required");
                schema.get("properties").fieldNames().forEachRemaining(required::add);
            }
        }

        private static JsonNode parse(String json) {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
