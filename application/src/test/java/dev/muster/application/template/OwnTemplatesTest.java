package dev.muster.application.template;

import static dev.muster.application.template.TemplateStage.assertRefused;
import static dev.muster.application.template.TemplateStage.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Violation;
import dev.muster.domain.task.Labels;
import dev.muster.domain.template.DatabaseTemplate;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TemplateContent;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.template.TemplateFixture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, reading, changing and deleting templates. */
final class OwnTemplatesTest {

    private static final TemplateName TEST = new TemplateName("test");

    private final TemplateStage stage = new TemplateStage();

    @Test
    void templateIsKeptForItsOwner() {
        TaskTemplate made = stage.createTemplate.create(stage.ann, TEST, TemplateFixture.everythingKnown());

        assertThat(stage.queries.require(stage.ann, TEST)).isEqualTo(made);
        assertThat(made.version()).isEqualTo(1);
        assertRefused(TemplateError.TEMPLATE_NOT_FOUND, () -> stage.queries.require(stage.bob, TEST));
        assertRefused(TemplateError.TEMPLATE_EXISTS, () -> stage.template("test"));
    }

    @Test
    void everyPatternThatCantBeFilledIsTold() {
        var wrong = new TemplateContent("{{unknown}}", "{{#story.key}}", null, null, Labels.NONE);

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> stage.createTemplate.create(stage.ann, TEST, wrong))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::pointer, Violation::code)
                        .containsExactly(
                                tuple("/title", TemplateError.UNKNOWN_PLACEHOLDER),
                                tuple("/description", FieldError.INVALID_FORMAT)));
        stage.template("test");
        assertRefused(FieldError.VALIDATION_FAILED, () -> stage.changeTemplate.change(stage.ann, TEST, null, wrong));
    }

    @Test
    void changeIsOfTheVersionThatIsKnown() {
        stage.template("test");
        TaskTemplate changed = stage.changeTemplate.change(stage.ann, TEST, 1L, titled("Other"));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(stage.queries.require(stage.ann, TEST)).isEqualTo(changed);
        assertThat(stage.changeTemplate.change(stage.ann, TEST, 2L, titled("Other")))
                .isEqualTo(changed);
        assertRefused(
                SharedError.STALE_VERSION, () -> stage.changeTemplate.change(stage.ann, TEST, 1L, titled("Late")));
        assertRefused(SharedError.STALE_VERSION, () -> stage.deleteTemplate.delete(stage.ann, TEST, 1L));
        assertRefused(
                TemplateError.TEMPLATE_NOT_FOUND,
                () -> stage.changeTemplate.change(stage.bob, TEST, null, titled("Mine")));
        assertRefused(TemplateError.TEMPLATE_NOT_FOUND, () -> stage.deleteTemplate.delete(stage.bob, TEST, null));
    }

    @Test
    void deletedTemplateIsGone() {
        stage.template("test");
        stage.deleteTemplate.delete(stage.ann, TEST, 1L);

        assertRefused(TemplateError.TEMPLATE_NOT_FOUND, () -> stage.queries.require(stage.ann, TEST));
        assertRefused(TemplateError.TEMPLATE_NOT_FOUND, () -> stage.deleteTemplate.delete(stage.ann, TEST, null));
    }

    @Test
    void builtInTemplateIsReadAndNeverChanged() {
        TaskTemplate builtIn = stage.queries.require(stage.ann, TemplateName.DATABASE);

        assertThat(builtIn).isEqualTo(DatabaseTemplate.of(stage.ann));
        assertThat(builtIn.content().title()).isEqualTo("{{story.title}} - DB");
        assertThat(builtIn.content().description()).contains("- Context\n", "- Definition of Done\n");
        assertRefused(TemplateError.TEMPLATE_BUILT_IN, () -> stage.template("database"));
        assertRefused(
                TemplateError.TEMPLATE_BUILT_IN,
                () -> stage.changeTemplate.change(stage.ann, TemplateName.DATABASE, 1L, titled("Mine")));
        assertRefused(
                TemplateError.TEMPLATE_BUILT_IN,
                () -> stage.deleteTemplate.delete(stage.ann, TemplateName.DATABASE, null));
    }

    @Test
    void personHasAtMostAHundredTemplatesHoweverManyAreMadeAtOnce() {
        for (int number = 1; number < TaskTemplate.MAX_PER_PERSON; number++) {
            stage.template("test" + number);
        }
        List<Race.Outcome<TaskTemplate>> outcomes = Race.of(number -> stage.template("late" + number));

        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
        assertRefused(TemplateError.TOO_MANY_TEMPLATES, () -> stage.template("one-more"));
        assertThat(stage.queries.count(stage.ann)).isEqualTo(TaskTemplate.MAX_PER_PERSON + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 100})
    void builtInTemplateHasItsPlaceInEveryPaging(int limit) {
        assertThat(walk(limit)).containsExactly("database");

        for (String name : List.of("e", "databases", "a", "c")) {
            stage.template(name);
        }
        assertThat(walk(limit)).containsExactly("a", "c", "database", "databases", "e");
        assertThat(stage.queries.count(stage.ann)).isEqualTo(5);
    }

    private List<String> walk(int limit) {
        List<String> walked = new ArrayList<>();
        @Nullable TemplateName after = null;
        Page<TaskTemplate> page;
        do {
            page = stage.queries.findPage(stage.ann, new PageRequest<>(limit, after));
            page.items().forEach(item -> walked.add(item.name().value()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            after = page.items().isEmpty() ? null : page.items().getLast().name();
        } while (page.hasMore());
        return walked;
    }
}
