package dev.muster.testkit.template;

import static dev.muster.testkit.template.TemplateFixture.aTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link TaskTemplates} promise of templates; what of their applications, {@link TemplateApplicationsContract} says. */
public interface TaskTemplatesContract extends TemplateApplicationsContract {

    /** When samples are changed. */
    Instant LATER = TestClock.START.plusSeconds(60);

    @Test
    default void insertKeepsEverythingOfATemplate() {
        TaskTemplate little = stored(aTemplate(storedUser(), "little"));
        TaskTemplate much = stored(TaskTemplate.created(
                new TemplateName("0-" + "z".repeat(48)),
                little.owner(),
                TemplateFixture.everythingKnown(),
                TestClock.START));

        assertThat(find(little.owner(), little.name())).contains(little);
        assertThat(find(much.owner(), much.name())).contains(much);
    }

    @Test
    default void unknownTemplateIsNotFound() {
        assertThat(find(storedUser(), new TemplateName("unknown"))).isEmpty();
    }

    @Test
    default void nameIsTakenOncePerOwner() {
        TaskTemplate template = stored(aTemplate(storedUser(), "test"));
        TaskTemplate same = aTemplate(template.owner(), "test").with(TemplateFixture.everythingKnown(), LATER);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> stored(same))
                .satisfies(taken -> assertThat(taken.code()).isEqualTo(TemplateError.TEMPLATE_EXISTS));
        assertThat(find(template.owner(), template.name())).contains(template);
        TaskTemplate others = stored(aTemplate(storedUser(), "test"));
        assertThat(find(others.owner(), others.name())).contains(others);
    }

    @Test
    default void ofManyWhoWantANameOneGetsIt() {
        UserId owner = storedUser();

        List<Race.Outcome<TaskTemplate>> outcomes = Race.of(number -> stored(aTemplate(owner, "test")));
        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Conflict.class));
        assertThat(count(owner)).isEqualTo(1);
    }

    @Test
    default void updateKeepsWhatChanged() {
        TaskTemplate template = stored(aTemplate(storedUser(), "test"));
        TaskTemplate changed = template.with(TemplateFixture.everythingKnown(), LATER);
        writeAs(template.owner(), () -> templates().update(changed));
        assertThat(find(template.owner(), template.name())).contains(changed);

        TaskTemplate cleared = changed.with(TemplateFixture.titled("Only a title"), LATER);
        writeAs(template.owner(), () -> templates().update(cleared));
        assertThat(find(template.owner(), template.name())).contains(cleared);
    }

    @Test
    default void staleVersionIsRefused() {
        TaskTemplate template = stored(aTemplate(storedUser(), "test"));
        TaskTemplate changed = template.with(TemplateFixture.everythingKnown(), LATER);
        writeAs(template.owner(), () -> templates().update(changed));

        assertStale(template.owner(), () -> templates().update(changed));
        assertStale(template.owner(), () -> templates().delete(template));
        assertStale(template.owner(), () -> templates().update(aTemplate(template.owner(), "unknown")));
        assertStale(template.owner(), () -> templates().delete(aTemplate(template.owner(), "unknown")));
        assertThat(find(template.owner(), template.name())).contains(changed);
    }

    @Test
    default void ofManyWhoChangeAVersionOneDoes() {
        TaskTemplate template = stored(aTemplate(storedUser(), "test"));

        List<Race.Outcome<TaskTemplate>> outcomes = Race.of(number -> {
            TaskTemplate changed = template.with(TemplateFixture.titled("Changed by " + number), LATER);
            writeAs(template.owner(), () -> templates().update(changed));
            return changed;
        });
        TaskTemplate winner = outcomes.stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.value()))
                .reduce((one, other) -> {
                    throw new AssertionError("two have won");
                })
                .orElseThrow();
        assertThat(find(template.owner(), template.name())).contains(winner);
    }

    @Test
    default void deletedTemplateIsGoneAndItsNameFree() {
        TaskTemplate template = stored(aTemplate(storedUser(), "test"));
        writeAs(template.owner(), () -> templates().delete(template));

        assertThat(find(template.owner(), template.name())).isEmpty();
        assertThat(count(template.owner())).isZero();
        stored(template);
        assertThat(find(template.owner(), template.name())).contains(template);
    }

    @Test
    default void pagesFollowOneAnotherByName() {
        UserId owner = storedUser();
        stored(aTemplate(storedUser(), "aaa"));
        List<String> names = List.of("-", "0", "a", "a-b", "a0", "ab", "b");
        Stream.of("b", "ab", "a0", "-", "a-b", "0", "a").forEach(name -> stored(aTemplate(owner, name)));

        assertThat(names(page(owner, 10, null))).isEqualTo(names);
        assertThat(page(owner, 7, null).hasMore()).isFalse();
        Page<TaskTemplate> first = page(owner, 3, null);
        assertThat(names(first)).isEqualTo(names.subList(0, 3));
        assertThat(first.hasMore()).isTrue();
        assertThat(names(page(owner, 10, "a"))).isEqualTo(names.subList(3, 7));
        assertThat(names(page(owner, 10, "aa"))).isEqualTo(List.of("ab", "b"));
        assertThat(page(owner, 10, "b")).isEqualTo(new Page<>(List.of(), false));
        assertThat(count(owner)).isEqualTo(7);
    }

    @Test
    default void nobodySeesOrChangesTemplatesOfOthers() {
        TaskTemplate template = stored(aTemplate(storedUser(), "test"));
        UserId other = storedUser();
        TaskTemplate changed = template.with(TemplateFixture.titled("Taken"), LATER);

        assertThat(readAs(other, () -> templates().find(template.owner(), template.name())))
                .isEmpty();
        assertThat(readAs(other, () -> templates().findPage(template.owner(), new PageRequest<>(10, null)))
                        .items())
                .isEmpty();
        assertThat(readAs(other, () -> templates().count(template.owner()))).isZero();
        assertStale(other, () -> templates().update(changed));
        assertStale(other, () -> templates().delete(template));
        assertThatThrownBy(() -> writeAs(other, () -> templates().insert(aTemplate(template.owner(), "mine"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(find(template.owner(), template.name())).contains(template);
    }

    @Test
    default void insertInAUnitThatFailsKeepsNoTemplate() {
        TaskTemplate template = aTemplate(storedUser(), "test");

        assertThatThrownBy(() -> writeAs(template.owner(), () -> {
                    templates().insert(template);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(template.owner(), template.name())).isEmpty();
    }

    private TaskTemplate stored(TaskTemplate template) {
        writeAs(template.owner(), () -> templates().insert(template));
        return template;
    }

    private Optional<TaskTemplate> find(UserId owner, TemplateName name) {
        return readAs(owner, () -> templates().find(owner, name));
    }

    private long count(UserId owner) {
        return readAs(owner, () -> templates().count(owner));
    }

    private Page<TaskTemplate> page(UserId owner, int limit, @Nullable String after) {
        var wanted = new PageRequest<>(limit, after == null ? null : new TemplateName(after));
        return readAs(owner, () -> templates().findPage(owner, wanted));
    }

    private static List<String> names(Page<TaskTemplate> page) {
        return page.items().stream().map(item -> item.name().value()).toList();
    }

    private void assertStale(UserId actor, Runnable change) {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> writeAs(actor, change))
                .satisfies(stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
    }
}
