package dev.muster.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchemaComplexityTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 1",
        "1, 2, 0, 4, 1",
        "1, 3, 0, 5, 2",
        "2, 6, 0, 10, 2",
        "2, 4, 1, 11, 3",
        "4, 9, 1, 20, 3",
        "4, 10, 1, 21, 5",
        "5, 16, 3, 35, 5",
        "5, 17, 3, 36, 8",
        "10, 22, 6, 60, 8",
        "10, 23, 6, 61, 13",
        "20, 400, 200, 1040, 13"
    })
    void moreOfASchemaIsMorePoints(int entities, int attributes, int references, int score, int points) {
        var complexity = new SchemaComplexity(entities, attributes, references);

        assertThat(complexity.score()).isEqualTo(score);
        assertThat(complexity.points().value()).isEqualTo(points);
    }

    @Test
    void draftIsCounted() {
        SchemaDraft draft = EntityFinder.find("", "- users: email, name\n- orders: user_id, total");

        assertThat(SchemaComplexity.of(draft)).isEqualTo(new SchemaComplexity(2, 3, 1));
    }
}
