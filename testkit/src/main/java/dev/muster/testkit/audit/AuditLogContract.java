package dev.muster.testkit.audit;

import static dev.muster.testkit.audit.AuditFixture.anEntry;
import static dev.muster.testkit.audit.AuditStage.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditLog;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an {@link AuditLog} promises. A test class of the adapter implements this interface, which makes it run every test:
 *
 * <pre>{@code
 * final class MyAuditLogTest implements AuditLogContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public AuditLog auditLog() { return new MyAuditLog(...); }
 *     public void erase(UserId user) { removeWithAllMight(user); }
 * }
 * }</pre>
 *
 * The store need not be empty: every test uses people of its own. This interface is about storing; {@link
 * AuditPagesContract} and {@link ErasedPeopleContract} are its other parts.
 */
public interface AuditLogContract extends AuditPagesContract, ErasedPeopleContract {

    @Test
    default void insertKeepsEverythingOfAnEntry() {
        UserId actor = storedUser();
        AuditEvent event = recorded(anEntry()
                .action(AuditAction.ROLE_GRANTED)
                .actor(actor)
                .subject(storedUser())
                .details(Map.of("role", "admin", "reason", "")));

        assertThat(find(by(actor))).containsExactly(event);
    }

    @Test
    default void insertKeepsAnEntryOfWhichLittleIsKnown() {
        UserId actor = storedUser();
        AuditEvent event = recorded(anEntry().actor(actor).details(Map.of()).origin(Origin.NONE));

        assertThat(find(by(actor))).containsExactly(event);
    }

    @Test
    default void insertIsOneWrite() {
        UserId actor = storedUser();
        AuditEvent event = anEntry().actor(actor).build();
        unitOfWork().writeOne(Actor.SYSTEM, () -> {
            auditLog().insert(event);
            return true;
        });

        assertThat(find(by(actor))).containsExactly(event);
    }

    @Test
    default void everyActionIsKept() {
        UserId actor = storedUser();
        List<AuditEvent> events = Stream.of(AuditAction.values())
                .map(action -> recorded(anEntry().action(action).actor(actor)))
                .toList();

        assertThat(find(by(actor))).isEqualTo(events.reversed());
    }

    @Test
    default void detailsAreKeptAsTheyAre() {
        UserId actor = storedUser();
        Map<String, String> awkward = Map.of(
                "a", "🚀".repeat(AuditEvent.MAX_DETAIL_LENGTH),
                "b", "e\u0301 is not \u00e9, مرحبا \u202e",
                "c", "'; drop table audit_log; --",
                "d", "NULL",
                "e", "{\"json\": [1, null]}, \\ \\u0041 \"quoted\"",
                "f", " \r\n\t ",
                "null", "{a,b}");
        Map<String, String> many = new HashMap<>();
        IntStream.range(0, AuditEvent.MAX_DETAILS).forEach(number -> many.put("name_" + number, "" + number));
        AuditEvent first = recorded(anEntry().actor(actor).details(awkward));
        AuditEvent second = recorded(anEntry().actor(actor).details(many));

        assertThat(find(by(actor))).containsExactly(second, first);
    }

    @Test
    default void detailsThatChangeAfterwardsAreNotTheEntrys() {
        UserId actor = storedUser();
        Map<String, String> details = new HashMap<>(Map.of("role", "admin"));
        recorded(anEntry().actor(actor).details(details));
        details.put("role", "user");

        assertThat(find(by(actor)))
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsExactly(Map.entry("role", "admin")));
    }

    @Test
    default void entriesOfAllTimesAreKept() {
        UserId actor = storedUser();
        List<AuditEvent> events = Stream.of(
                        "2000-01-01T00:00:00Z",
                        "2019-12-31T23:59:59.999999Z",
                        "2020-01-01T00:00:00Z",
                        "2026-11-30T23:59:59.999999Z",
                        "9999-12-31T23:59:59.999999Z")
                .map(time -> recorded(anEntry().actor(actor).at(Instant.parse(time))))
                .toList();

        assertThat(find(by(actor))).isEqualTo(events.reversed());
    }

    @Test
    default void insertRefusesAnEntryThatIsStored() {
        UserId actor = storedUser();
        AuditEvent event = recorded(anEntry().actor(actor));

        assertThatThrownBy(() -> write(() -> auditLog().insert(event))).isInstanceOf(RuntimeException.class);
        assertThat(find(by(actor))).containsExactly(event);
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        UserId actor = storedUser();

        assertThatThrownBy(() -> write(() -> {
                    auditLog().insert(anEntry().actor(actor).build());
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(by(actor))).isEmpty();
    }

    @Test
    default void personIsRecordedInTheUnitThatMakesThem() {
        User joining = UserFixture.aUser().build();
        AuditEvent event = anEntry().actor(joining.id()).subject(joining.id()).build();
        write(() -> {
            stored(joining);
            auditLog().insert(event);
        });

        assertThat(find(by(joining.id()))).containsExactly(event);
    }

    @Test
    default void entriesThatComeTogetherAreAllKept() {
        UserId actor = storedUser();
        List<AuditEvent> events = Race.values(
                Race.of(thread -> recorded(anEntry().actor(actor).at(TestClock.START.plusSeconds(thread)))));

        assertThat(find(by(actor))).isEqualTo(events.reversed());
    }

    @Test
    default void roomIsMadeByManyAtOnceAndNoEntryIsLost() {
        UserId actor = storedUser();
        Instant before = Instant.parse("2026-02-28T23:59:59Z");
        AuditEvent old = recorded(anEntry().actor(actor).at(before));
        List<AuditEvent> events = Race.values(Race.of(thread -> {
            writeFor(() -> {
                auditLog().makeRoom(12);
                return true;
            });
            return recorded(anEntry().actor(actor).at(before.plusSeconds(thread + 1L)));
        }));

        assertThat(find(by(actor)))
                .startsWith(events.reversed().toArray(AuditEvent[]::new))
                .endsWith(old)
                .hasSize(events.size() + 1);
    }

    @Test
    default void roomIsMadeForTwoYearsAtMost() {
        for (int months : new int[] {-1, 25}) {
            assertThatThrownBy(() -> write(() -> auditLog().makeRoom(months))).isInstanceOf(RuntimeException.class);
        }
    }
}
