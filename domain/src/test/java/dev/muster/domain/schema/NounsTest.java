package dev.muster.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NounsTest {

    @ParameterizedTest
    @CsvSource({
        "user, users",
        "category, categories",
        "day, days",
        "address, addresses",
        "box, boxes",
        "batch, batches",
        "wish, wishes",
        "status, statuses",
        "cause, causes",
        "house, houses",
        "course, courses",
        "license, licenses",
        "person, people",
        "child, children",
        "order_item, order_items",
        "contact_person, contact_people",
        "analysis, analysises"
    })
    void oneAndMany(String one, String many) {
        assertThat(Nouns.plural(one)).isEqualTo(many);
        assertThat(Nouns.plural(many)).isEqualTo(many);
        assertThat(Nouns.singular(one)).isEqualTo(one);
        assertThat(Nouns.isPlural(many)).isTrue();
        assertThat(Nouns.isPlural(one)).isFalse();
        if (!one.equals("analysis")) {
            assertThat(Nouns.singular(many)).isEqualTo(one);
        }
    }
}
