package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** A contract that lets all pass proves nothing: here it meets exchanges that are not documented. */
final class OpenApiContractTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            paths:
              /things/{id}:
                post:
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            components:
              schemas:
                Thing:
                  type: object
                  properties:
                    id: {type: string, format: uuid}
                    note: {type: [string, 'null']}
                    part: {anyOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]}
                  required: [id]
            """;
    private static final String THING = """
            {"id": "0197f0c0-0000-7000-8000-000000000000", "note": null, "part": null}""";

    private final BodySchemas schemas = new BodySchemas(schemasOfDocument());
    private ObjectNode body;
    private JsonNode schema;

    @BeforeEach
    void read() throws IOException {
        body = (ObjectNode) new ObjectMapper().readTree(THING);
        schema = new ObjectMapper().readTree("{\"$ref\": \"#/components/schemas/Thing\"}");
    }

    @Test
    void takesWhatIsDocumented() {
        assertThat(OpenApiContract.of(DOCUMENT).routes()).containsExactly("POST /things/{id}");
        assertThat(schemas.ofAnswers().faults(schema, body)).isEmpty();
        assertThat(schemas.ofRequests().faults(schema, body.without("note"))).isEmpty();
    }

    @Test
    void refusesWhatIsNotDocumented() {
        ObjectNode part = body.deepCopy().put("secret", "");
        assertThat(schemas.ofAnswers().faults(schema, part)).isNotEmpty();
        assertThat(schemas.ofRequests().faults(schema, part)).isNotEmpty();
        assertThat(schemas.ofAnswers().faults(schema, body.set("part", part))).isNotEmpty();
    }

    @Test
    void refusesAnswersThatLeaveSomethingOut() {
        assertThat(schemas.ofAnswers().faults(schema, body.without("note"))).isNotEmpty();
    }

    @Test
    void refusesOtherTypesAndFormats() {
        assertThat(schemas.ofAnswers().faults(schema, body.deepCopy().put("note", 1)))
                .isNotEmpty();
        assertThat(schemas.ofAnswers().faults(schema, body.deepCopy().put("id", "1")))
                .isNotEmpty();
        assertThat(schemas.ofAnswers().faults(schema, body.putNull("id"))).isNotEmpty();
    }

    @Test
    void refusesRoutesAndStatusesThatAreNotDocumented() {
        Caller anonymous = MusterRunning.ofThisJvm().anonymous();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> anonymous.get("/v1/nothing"))
                .withMessageContaining("no route is documented");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        new Caller(anonymous.address(), OpenApiContract.of(DOCUMENT), null).post("/things/1", "{}"))
                .withMessageContaining("no such status is documented");
    }

    private static JsonNode schemasOfDocument() {
        return new ObjectMapper()
                .valueToTree(new Yaml().<Object>load(DOCUMENT))
                .required("components")
                .required("schemas");
    }
}
