package dev.muster.testkit.audit;

import static dev.muster.testkit.audit.AuditFixture.ORIGIN;
import static dev.muster.testkit.audit.AuditFixture.anEntry;
import static dev.muster.testkit.audit.AuditStage.by;
import static dev.muster.testkit.audit.AuditStage.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditPosition;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.user.UserFixture;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of the {@link AuditLogContract} that says what is left of people who are erased (requirement B3). */
public interface ErasedPeopleContract extends AuditStage {

    @Test
    default void erasedPersonIsTakenOutOfWhatTheyDidToThemselves() {
        UserId erased = storedUser();
        AuditEvent event = recorded(anEntry().actor(erased).subject(erased));
        erase(erased);

        assertThat(stored(event)).isEqualTo(left(event, null, null, Origin.NONE));
    }

    @Test
    default void erasedActorLeavesTheSubjectAndNothingOfTheirs() {
        UserId erased = storedUser();
        UserId other = storedUser();
        AuditEvent event = recorded(anEntry().actor(erased).subject(other));
        erase(erased);

        assertThat(find(to(other))).containsExactly(left(event, null, other, Origin.NONE));
        assertThat(find(by(erased))).isEmpty();
    }

    @Test
    default void erasedSubjectLeavesTheActorAndWhereTheyCameFrom() {
        UserId erased = storedUser();
        UserId other = storedUser();
        AuditEvent event = recorded(anEntry().actor(other).subject(erased));
        erase(erased);

        assertThat(find(by(other))).containsExactly(left(event, other, null, ORIGIN));
        assertThat(find(to(erased))).isEmpty();
    }

    @Test
    default void originOfAnUnknownActorGoesWithTheSubject() {
        UserId erased = storedUser();
        AuditEvent event = recorded(anEntry().subject(erased));
        erase(erased);

        assertThat(stored(event)).isEqualTo(left(event, null, null, Origin.NONE));
    }

    @Test
    default void entriesOfOthersStayAsTheyAre() {
        UserId erased = storedUser();
        UserId one = storedUser();
        AuditEvent event = recorded(anEntry().actor(one).subject(one));
        recorded(anEntry().actor(erased));
        erase(erased);

        assertThat(find(by(one))).containsExactly(event);
    }

    @Test
    default void lastOfTwoWhoAreErasedTakesTheOriginAlong() {
        UserId actor = storedUser();
        UserId subject = storedUser();
        AuditEvent event = recorded(anEntry().actor(actor).subject(subject));
        erase(subject);
        erase(actor);

        assertThat(stored(event)).isEqualTo(left(event, null, null, Origin.NONE));
    }

    @Test
    default void whoDoesNotExistIsLeftOut() {
        UserId actor = storedUser();
        AuditEvent event = recorded(anEntry().actor(actor).subject(UserFixture.nextId()));
        AuditEvent other = recorded(anEntry().actor(UserFixture.nextId()).subject(actor));

        assertThat(find(by(actor))).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(event.id());
            assertThat(kept.subject()).isNull();
            assertThat(kept.details()).isEqualTo(event.details());
        });
        assertThat(find(to(actor))).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(other.id());
            assertThat(kept.actor()).isNull();
            assertThat(kept.origin()).isEqualTo(ORIGIN);
        });
    }

    /** The entry as it is by now: the one before the position after it. */
    private AuditEvent stored(AuditEvent event) {
        UUID id = event.id();
        UUID next = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
        AuditEvent found = page(AuditFilter.ALL, 1, new AuditPosition(event.at(), next))
                .items()
                .getFirst();
        assertThat(found.id()).isEqualTo(id);
        return found;
    }

    private static AuditEvent left(AuditEvent event, @Nullable UserId actor, @Nullable UserId subject, Origin origin) {
        return new AuditEvent(event.id(), event.action(), actor, subject, Map.of(), origin, event.at());
    }
}
