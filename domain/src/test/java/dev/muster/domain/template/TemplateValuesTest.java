package dev.muster.domain.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskPriority;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names and contents of templates, and what those of a person make of a story. */
final class TemplateValuesTest {

    /** Writes each value as it is between its names, or nothing but the story's key. */
    private static final TemplateRenderer RENDERER = new TemplateRenderer() {
        @Override
        public void check(String pattern) {}

        @Override
        public String render(String pattern, Map<Placeholder, String> values, int maxLength) {
            return pattern.equals("all")
                    ? new EnumMap<>(values).toString()
                    : pattern.replace("KEY", values.get(Placeholder.STORY_KEY));
        }
    };

    @Test
    void namesAreSlugs() {
        for (String name : List.of("a", "database", "my-template-2", "-", "0".repeat(50))) {
            assertThat(new TemplateName(name)).hasToString(name);
        }
        for (String wrong : List.of("", " ", "A", "a b", "ä", "a_b", "a/b", "0".repeat(51), "a\n")) {
            assertThatExceptionOfType(Invalid.class).as(wrong).isThrownBy(() -> new TemplateName(wrong));
        }
        assertThat(new TemplateName("database").isBuiltIn()).isTrue();
        assertThat(new TemplateName("databases").isBuiltIn()).isFalse();
    }

    @Test
    void patternsAreBounded() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> content("", null));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> content("a\nb", null));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> content("x".repeat(501), null));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> content("x", "x".repeat(20_001)));
        assertThat(content(" x ", "").title()).isEqualTo("x");
    }

    @Test
    void everyPlaceholderHasItsValue() {
        Map<Placeholder, String> values = StoryValues.of(StoryFixture.story("Order", "Products"), StoryFixture.NOW);

        assertThat(values)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Placeholder.STORY_TITLE, "Order"),
                        Map.entry(Placeholder.STORY_KEY, "KAN-15"),
                        Map.entry(Placeholder.STORY_DESCRIPTION, "Products"),
                        Map.entry(Placeholder.STORY_PRIORITY, "high"),
                        Map.entry(Placeholder.STORY_STATUS, "pending"),
                        Map.entry(Placeholder.STORY_POINTS, "5"),
                        Map.entry(Placeholder.STORY_LABELS, ""),
                        Map.entry(Placeholder.STORY_DUE_DATE, "2030-01-31"),
                        Map.entry(Placeholder.PROJECT_NAME, "Shop"),
                        Map.entry(Placeholder.PROJECT_KEY, "KAN"),
                        Map.entry(Placeholder.TODAY, "2030-01-31")));
        assertThat(StoryValues.of(StoryFixture.loose("Loose"), StoryFixture.NOW))
                .containsEntry(Placeholder.STORY_KEY, "")
                .containsEntry(Placeholder.PROJECT_NAME, "")
                .containsEntry(Placeholder.STORY_DUE_DATE, "")
                .containsOnlyKeys(Placeholder.values());
    }

    @Test
    void placeholderIsFoundByItsNameAlone() {
        assertThat(Placeholder.codes())
                .doesNotHaveDuplicates()
                .allSatisfy(code ->
                        assertThat(Placeholder.of(code).map(Placeholder::code)).contains(code));
        assertThat(Placeholder.of("STORY.TITLE")).isEmpty();
        assertThat(Placeholder.of("story.owner")).isEmpty();
    }

    @Test
    void changeOfATemplateIsItsNextVersion() {
        TaskTemplate made = TaskTemplate.created(
                new TemplateName("test"), StoryFixture.ANN, content("Test", null), StoryFixture.NOW);
        TaskTemplate changed = made.with(content("Try", null), StoryFixture.NOW.plusSeconds(1));

        assertThat(changed)
                .isEqualTo(new TaskTemplate(
                        made.name(),
                        made.owner(),
                        content("Try", null),
                        StoryFixture.NOW,
                        StoryFixture.NOW.plusSeconds(1),
                        2));
    }

    @Test
    void everybodySeesTheBuiltInTemplateAsTheirs() {
        TaskTemplate builtIn = DatabaseTemplate.of(StoryFixture.ANN);

        assertThat(builtIn.owner()).isEqualTo(StoryFixture.ANN);
        assertThat(builtIn.name().isBuiltIn()).isTrue();
    }

    @Test
    void templateSaysWhatItsTaskHas() {
        var content = new TemplateContent(
                "Test KEY", "all", TaskPriority.LOW, new StoryPoints(3), new Labels(List.of("test")));
        Story story = StoryFixture.story("Order", "");
        TaskDetails made = TaskDraft.of(story, content, RENDERER, StoryFixture.NOW);

        assertThat(made.title().value()).isEqualTo("Test KAN-15");
        assertThat(made.description())
                .extracting(TaskDescription::value)
                .asString()
                .contains("STORY_TITLE=Order");
        assertThat(made.priority()).isEqualTo(TaskPriority.LOW);
        assertThat(made.storyPoints()).isEqualTo(new StoryPoints(3));
        assertThat(made.labels()).isEqualTo(content.labels());
        assertThat(made.place().parent()).isEqualTo(story.task().id());
    }

    @Test
    void priorityIsTheStorysUnlessTheTemplateHasOne() {
        TaskDetails made =
                TaskDraft.of(StoryFixture.story("Order", ""), content("Test", null), RENDERER, StoryFixture.NOW);

        assertThat(made.priority()).isEqualTo(TaskPriority.HIGH);
        assertThat(made.description()).isNull();
        assertThat(made.storyPoints()).isNull();
    }

    @Test
    void titleIsOneLineThatFits() {
        String title = TaskDraft.of(
                        StoryFixture.story("Order", ""),
                        content("KEY" + "x".repeat(300), null),
                        RENDERER,
                        StoryFixture.NOW)
                .title()
                .value();

        assertThat(title).hasSize(200).startsWith("KAN-15xx");
    }

    @Test
    void emptyTitleIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() ->
                        TaskDraft.of(StoryFixture.loose("Loose"), content("KEY", null), RENDERER, StoryFixture.NOW))
                .satisfies(invalid ->
                        assertThat(invalid.violations().getFirst().pointer()).isEqualTo("/template"));
    }

    private static TemplateContent content(String title, String description) {
        return new TemplateContent(title, description, null, null, Labels.NONE);
    }
}
