package dev.muster.testkit.audit;

import static dev.muster.domain.audit.AuditAction.LOGIN_FAILED;
import static dev.muster.domain.audit.AuditAction.LOGIN_SUCCEEDED;
import static dev.muster.domain.audit.AuditAction.PASSWORD_CHANGED;
import static dev.muster.testkit.audit.AuditFixture.anEntry;
import static dev.muster.testkit.audit.AuditStage.by;
import static dev.muster.testkit.audit.AuditStage.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditPosition;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link AuditLogContract} that says what lists of entries contain, and in which order. */
public interface AuditPagesContract extends AuditStage {

    @Test
    default void whoDidNothingHasAnEmptyPage() {
        assertThat(page(by(storedUser()), 10, null)).isEqualTo(new Page<>(List.of(), false));
        assertThat(page(by(UserFixture.nextId()), 10, null)).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    default void newestEntriesComeFirst() {
        UserId actor = storedUser();
        AuditEvent middle = recordedAt(actor, 2);
        AuditEvent newest = recordedAt(actor, 3);
        AuditEvent oldest = recordedAt(actor, 1);

        assertThat(find(by(actor))).containsExactly(newest, middle, oldest);
    }

    @Test
    default void entriesOfTheSameMomentComeByGreaterIdFirst() {
        UserId actor = storedUser();
        AuditEvent first = anEntry().actor(actor).build();
        AuditEvent second = anEntry().actor(actor).build();
        AuditEvent third = anEntry().actor(actor).build();
        List.of(second, third, first).forEach(event -> write(() -> auditLog().insert(event)));

        assertThat(find(by(actor))).containsExactly(third, second, first);
    }

    @Test
    default void momentsAreToldApartByTheMicrosecond() {
        UserId actor = storedUser();
        AuditEvent later = recorded(anEntry().actor(actor).at(TestClock.START.plusNanos(1000)));
        AuditEvent earlier = recorded(anEntry().actor(actor));

        assertThat(page(by(actor), 1, null).items()).containsExactly(later);
        assertThat(page(by(actor), 1, later.position()).items()).containsExactly(earlier);
    }

    @Test
    default void pagesFollowOneAnotherWithoutGapOrRepetition() {
        UserId actor = storedUser();
        for (int number = 0; number < 11; number++) {
            // Some in the same moment, some in other months.
            recordedAt(actor, number / 4 * 20 * 86_400);
        }
        List<AuditEvent> whole = find(by(actor));

        assertThat(whole).hasSize(11);
        for (int limit : new int[] {1, 2, 3, 4, 5, 10, 11, 12}) {
            assertThat(walk(by(actor), limit)).as("pages of %s", limit).isEqualTo(whole);
        }
    }

    @Test
    default void pageTellsWhetherSomethingFollows() {
        UserId actor = storedUser();
        AuditEvent oldest = recordedAt(actor, 1);
        AuditEvent newest = recordedAt(actor, 2);

        assertThat(page(by(actor), 1, null)).isEqualTo(new Page<>(List.of(newest), true));
        assertThat(page(by(actor), 2, null)).isEqualTo(new Page<>(List.of(newest, oldest), false));
        assertThat(page(by(actor), 1, newest.position())).isEqualTo(new Page<>(List.of(oldest), false));
        assertThat(page(by(actor), 1, oldest.position())).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    default void whatWasDoneAndWhatWasSufferedAreToldApart() {
        UserId one = storedUser();
        UserId other = storedUser();
        AuditEvent done = recorded(anEntry().actor(one).subject(other));
        AuditEvent suffered = recorded(anEntry().actor(other).subject(one));
        recorded(anEntry());

        assertThat(find(by(one))).containsExactly(done);
        assertThat(find(to(one))).containsExactly(suffered);
        assertThat(find(new AuditFilter(one, other, null, null, null))).containsExactly(done);
        assertThat(find(new AuditFilter(one, one, null, null, null))).isEmpty();
    }

    @Test
    default void filterTakesOneAction() {
        UserId actor = storedUser();
        AuditEvent failed = recorded(anEntry().actor(actor).action(LOGIN_FAILED));
        recorded(anEntry().actor(actor).action(LOGIN_SUCCEEDED));
        AuditFilter failures = new AuditFilter(null, null, LOGIN_FAILED, null, null);

        assertThat(find(new AuditFilter(actor, null, LOGIN_FAILED, null, null))).containsExactly(failed);
        assertThat(find(new AuditFilter(actor, null, PASSWORD_CHANGED, null, null)))
                .isEmpty();
        assertThat(find(failures)).isNotEmpty().allMatch(event -> event.action() == LOGIN_FAILED);
    }

    @Test
    default void filterTakesASpanOfTimeWithItsBeginningAndWithoutItsEnd() {
        UserId actor = storedUser();
        AuditEvent first = recordedAt(actor, 1);
        AuditEvent second = recordedAt(actor, 2);
        AuditEvent third = recordedAt(actor, 3);

        assertThat(find(within(actor, first.at(), third.at()))).containsExactly(second, first);
        assertThat(find(within(actor, second.at(), null))).containsExactly(third, second);
        assertThat(find(within(actor, null, second.at()))).containsExactly(first);
        assertThat(find(within(actor, third.at().plusNanos(1000), null))).isEmpty();
        assertThat(find(within(actor, third.at(), first.at()))).isEmpty();
    }

    @Test
    default void filterTakesWhatMeetsAllOfItsConditions() {
        UserId actor = storedUser();
        UserId subject = storedUser();
        Instant at = TestClock.START.plusSeconds(2);
        AuditFilter all = new AuditFilter(actor, subject, LOGIN_FAILED, at, at.plusSeconds(1));
        AuditEvent meant = recorded(
                anEntry().actor(actor).subject(subject).action(LOGIN_FAILED).at(at));
        recorded(anEntry().actor(subject).subject(subject).action(LOGIN_FAILED).at(at));
        recorded(anEntry().actor(actor).subject(actor).action(LOGIN_FAILED).at(at));
        recorded(anEntry().actor(actor).subject(subject).action(LOGIN_SUCCEEDED).at(at));
        recorded(anEntry().actor(actor).subject(subject).action(LOGIN_FAILED).at(TestClock.START));
        recorded(anEntry().actor(actor).subject(subject).action(LOGIN_FAILED).at(at.plusSeconds(1)));

        assertThat(find(all)).containsExactly(meant);
    }

    @Test
    default void filteredPagesFollowOneAnother() {
        UserId actor = storedUser();
        List<AuditEvent> failures = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            failures.addFirst(recorded(anEntry().actor(actor).action(LOGIN_FAILED)));
            recorded(anEntry().actor(actor).action(LOGIN_SUCCEEDED));
        }
        AuditFilter filter = new AuditFilter(actor, null, LOGIN_FAILED, TestClock.START, null);

        assertThat(page(filter, 4, null)).isEqualTo(new Page<>(failures.subList(0, 4), true));
        assertThat(page(filter, 4, failures.get(3).position())).isEqualTo(new Page<>(failures.subList(4, 6), false));
    }

    @Test
    default void everythingIsListedNewestFirst() {
        AuditEvent one = recordedAt(storedUser(), 1);
        AuditEvent other = recordedAt(storedUser(), 2);
        AuditPosition before = new AuditPosition(other.at().plusNanos(1000), other.id());

        assertThat(find(AuditFilter.ALL))
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparing(AuditEvent::at).reversed());
        assertThat(find(new AuditFilter(null, null, null, one.at(), before.at())))
                .contains(other, one);
        assertThat(page(AuditFilter.ALL, PageRequest.MAX_LIMIT, before).items())
                .isNotEmpty()
                .noneMatch(event -> event.at().isAfter(before.at()));
    }

    private AuditEvent recordedAt(UserId actor, int second) {
        return recorded(anEntry().actor(actor).at(TestClock.START.plusSeconds(second)));
    }

    private List<AuditEvent> walk(AuditFilter filter, int limit) {
        List<AuditEvent> walked = new ArrayList<>();
        Page<AuditEvent> page = page(filter, limit, null);
        walked.addAll(page.items());
        while (page.hasMore()) {
            page = page(filter, limit, walked.getLast().position());
            walked.addAll(page.items());
        }
        return walked;
    }

    private static AuditFilter within(UserId actor, @Nullable Instant from, @Nullable Instant to) {
        return new AuditFilter(actor, null, null, from, to);
    }
}
