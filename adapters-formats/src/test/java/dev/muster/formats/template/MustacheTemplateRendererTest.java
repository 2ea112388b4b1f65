package dev.muster.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.template.Placeholder;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateRenderer;
import dev.muster.testkit.template.TemplateRendererContract;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** JMustache has more than patterns may have; this is about the rest of it. */
final class MustacheTemplateRendererTest implements TemplateRendererContract {

    private final MustacheTemplateRenderer mustache = new MustacheTemplateRenderer();

    @Override
    public TemplateRenderer renderer() {
        return mustache;
    }

    @Test
    void specialVariablesAreNoPlaceholders() {
        for (String pattern : new String[] {
            "{{.}}", "{{this}}", "{{-index}}", "{{-first}}", "{{{class}}}", "{{&story.bytes}}", "{{story.title.bytes}}"
        }) {
            assertThatExceptionOfType(Invalid.class)
                    .as(pattern)
                    .isThrownBy(() -> mustache.check(pattern))
                    .satisfies(invalid -> assertThat(
                                    invalid.violations().getFirst().code())
                            .isEqualTo(TemplateError.UNKNOWN_PLACEHOLDER));
        }
    }

    @Test
    void nothingIsBroughtInFromElsewhere() {
        for (String pattern : new String[] {"{{>/etc/passwd}}", "{{<parent}}{{/parent}}", "{{$block}}{{/block}}"}) {
            assertThatExceptionOfType(Invalid.class)
                    .as(pattern)
                    .isThrownBy(() -> mustache.check(pattern))
                    .satisfies(invalid ->
                            assertThat(invalid.violations().getFirst().code()).isEqualTo(FieldError.INVALID_FORMAT));
        }
    }

    @Test
    void otherDelimitersAndCommentsAreTheLibrarys() {
        mustache.check("{{! a note }}{{=<% %>=}}<%story.key%>");
        assertThat(mustache.render(
                        "{{! a note }}{{=<% %>=}}<%story.key%>", Map.of(Placeholder.STORY_KEY, "KAN-1"), 100))
                .isEqualTo("KAN-1");
    }

    @Test
    void deepestPatternIsFilled() {
        int depth = 650;
        String pattern = "{{#story.key}}".repeat(depth) + "x" + "{{/story.key}}".repeat(depth);
        mustache.check(pattern);

        assertThat(mustache.render(pattern, Map.of(Placeholder.STORY_KEY, "KAN-1"), 100))
                .isEqualTo("x");
    }

    @Property(tries = 500)
    void anyPatternIsRefusedOrFilled(
            @ForAll @net.jqwik.api.constraints.CharRange(from = '!', to = '~') @StringLength(max = 40) String text) {
        String pattern = text.replace("0", "{{")
                .replace("1", "}}")
                .replace("2", "story.key")
                .replace("3", "{{#");
        try {
            mustache.check(pattern);
        } catch (Invalid refused) {
            assertThat(refused.violations()).hasSize(1);
            return;
        }
        assertThat(mustache.render(pattern, Map.of(Placeholder.STORY_KEY, "KAN-1"), 50))
                .hasSizeLessThanOrEqualTo(50);
    }
}
