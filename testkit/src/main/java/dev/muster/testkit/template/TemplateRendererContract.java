package dev.muster.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.template.Placeholder;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateRenderer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a {@link TemplateRenderer} promises. */
public interface TemplateRendererContract {

    TemplateRenderer renderer();

    @Test
    default void textWithoutPlaceholdersStaysAsItIs() {
        for (String text :
                new String[] {"", "Plain", "a { b } c }} d", "first\r\n\tsecond  ", "Zäune 🚀", "$1 \\ %s"}) {
            assertThat(filled(text, Map.of())).isEqualTo(text);
        }
    }

    @Test
    default void placeholdersGiveWayToValuesAsTheyAre() {
        Map<Placeholder, String> values =
                Map.of(Placeholder.STORY_TITLE, "<b>\"A\" & 'B'</b> {{today}} $1", Placeholder.STORY_KEY, "KAN-15");

        assertThat(filled("{{story.key}}: {{story.title}} ({{ story.key }})", values))
                .isEqualTo("KAN-15: <b>\"A\" & 'B'</b> {{today}} $1 (KAN-15)");
    }

    @Test
    default void everyPlaceholderIsKnown() {
        for (Placeholder placeholder : Placeholder.values()) {
            assertThat(filled("a{{" + placeholder.code() + "}}b", Map.of(placeholder, "-")))
                    .isEqualTo("a-b");
            assertThat(filled("a{{" + placeholder.code() + "}}b", Map.of())).isEqualTo("ab");
        }
    }

    @Test
    default void sectionIsThereOnlyWithItsValue() {
        String pattern = "{{#story.key}}key {{story.key}}{{/story.key}}{{^story.key}}no key{{/story.key}}!";

        assertThat(filled(pattern, Map.of(Placeholder.STORY_KEY, "KAN-1"))).isEqualTo("key KAN-1!");
        assertThat(filled(pattern, Map.of(Placeholder.STORY_KEY, ""))).isEqualTo("no key!");
        assertThat(filled(pattern, Map.of())).isEqualTo("no key!");
    }

    @Test
    default void sectionsStandInSections() {
        String pattern =
                "{{#project.name}}{{project.name}}{{#story.labels}} [{{story.labels}}]{{/story.labels}}{{/project.name}}";

        assertThat(filled(pattern, Map.of(Placeholder.PROJECT_NAME, "Shop", Placeholder.STORY_LABELS, "a, b")))
                .isEqualTo("Shop [a, b]");
        assertThat(filled(pattern, Map.of(Placeholder.PROJECT_NAME, "Shop"))).isEqualTo("Shop");
        assertThat(filled(pattern, Map.of(Placeholder.STORY_LABELS, "a, b"))).isEmpty();
    }

    @Test
    default void textIsCutAtItsLength() {
        Map<Placeholder, String> values = Map.of(Placeholder.STORY_DESCRIPTION, "🚀".repeat(1000));
        String pattern = "x{{story.description}}".repeat(1000);

        String cut = renderer().render(pattern, values, 20);
        assertThat(cut).isEqualTo("x" + "🚀".repeat(19));
        assertThat(renderer().render("12345", Map.of(), 5)).isEqualTo("12345");
        assertThat(renderer().render("123456", Map.of(), 5)).isEqualTo("12345");
    }

    @Test
    default void unknownPlaceholdersAreRefused() {
        for (String pattern : new String[] {
            "{{story.owner}}",
            "{{story}}",
            "{{story.title.length}}",
            "{{class}}",
            "{{STORY.TITLE}}",
            "{{#unknown}}{{/unknown}}",
            "{{^unknown}}{{/unknown}}",
            "{{#story.key}}{{nothing}}{{/story.key}}"
        }) {
            assertRefused(pattern, TemplateError.UNKNOWN_PLACEHOLDER);
        }
    }

    @Test
    default void malformedPatternsAreRefused() {
        for (String pattern : new String[] {
            "{{#story.key}}", "{{/story.key}}", "{{#story.key}}{{/story.title}}", "{{>story.title}}", "{{}}"
        }) {
            assertRefused(pattern, FieldError.INVALID_FORMAT);
        }
    }

    private String filled(String pattern, Map<Placeholder, String> values) {
        renderer().check(pattern);
        return renderer().render(pattern, values, 1000);
    }

    private void assertRefused(String pattern, ErrorCode code) {
        assertThatExceptionOfType(Invalid.class)
                .as(pattern)
                .isThrownBy(() -> renderer().check(pattern))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .singleElement()
                        .satisfies(broken -> assertThat(broken.code()).isEqualTo(code)));
    }
}
