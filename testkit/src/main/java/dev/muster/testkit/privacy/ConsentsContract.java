package dev.muster.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.privacy.Consent;
import dev.muster.domain.privacy.Consent.Terms;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserStage;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What {@link Consents} promise. A test class of the adapter implements this interface, which makes it run every test:
 *
 * <pre>{@code
 * final class MyConsentsTest implements ConsentsContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public Consents consents() { return new MyConsents(...); }
 * }
 * }</pre>
 *
 * The store need not be empty: every test uses persons of its own.
 */
public interface ConsentsContract extends UserStage {

    /** Makes ids of samples. */
    MonotonicIds IDS = new MonotonicIds(InstantSource.system());

    /** What is tested. */
    Consents consents();

    @Test
    default void insertKeepsEverythingOfAnEntry() {
        UserId user = storedUser();
        Consent known = consent(user, new Terms("privacy", "2026-01 🚀"), true, 1, "2001:db8::7");
        Consent little = consent(user, new Terms("p".repeat(100), "v".repeat(50)), false, 2, null);
        insert(known);
        insert(little);

        assertThat(findAll(user)).containsExactly(known, little);
    }

    @Test
    default void personWithoutEntriesHasNone() {
        assertThat(findAll(storedUser())).isEmpty();
    }

    @Test
    default void oldestEntryComesFirst() {
        UserId user = storedUser();
        Consent middle = consent(user, 2);
        Consent newest = consent(user, 3);
        Consent oldest = consent(user, 1);
        List.of(middle, newest, oldest).forEach(this::insert);

        assertThat(findAll(user)).containsExactly(oldest, middle, newest);
    }

    @Test
    default void sameTermsMayBeGrantedAndWithdrawnAgain() {
        UserId user = storedUser();
        Terms terms = new Terms("newsletter", "1");
        Consent granted = consent(user, terms, true, 1, null);
        Consent withdrawn = consent(user, terms, false, 2, null);
        Consent grantedAgain = consent(user, terms, true, 3, null);
        List.of(granted, withdrawn, grantedAgain).forEach(this::insert);

        assertThat(findAll(user)).containsExactly(granted, withdrawn, grantedAgain);
    }

    @Test
    default void everyPersonHasTheirOwnEntries() {
        Consent one = consent(storedUser(), 1);
        Consent other = consent(storedUser(), 1);
        insert(one);
        insert(other);

        assertThat(findAll(one.user())).containsExactly(one);
        assertThat(findAll(other.user())).containsExactly(other);
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        Consent consent = consent(storedUser(), 1);
        insert(consent);

        assertThatThrownBy(() -> insert(consent)).isInstanceOf(RuntimeException.class);
        assertThat(findAll(consent.user())).containsExactly(consent);
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        Consent consent = consent(storedUser(), 1);

        assertThatThrownBy(() -> write(() -> {
                    consents().insert(consent);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(findAll(consent.user())).isEmpty();
    }

    @Test
    default void entriesThatComeTogetherAreAllKept() {
        UserId user = storedUser();
        List<Consent> made = Race.values(Race.of(thread -> {
            Consent consent = consent(user, thread);
            insert(consent);
            return consent;
        }));

        assertThat(findAll(user)).isEqualTo(made);
    }

    private void insert(Consent consent) {
        write(() -> consents().insert(consent));
    }

    private List<Consent> findAll(UserId user) {
        return read(() -> consents().findAll(user));
    }

    private static Consent consent(UserId user, int second) {
        return consent(user, new Terms("privacy", "1"), true, second, "203.0.113.7");
    }

    private static Consent consent(UserId user, Terms terms, boolean granted, int second, @Nullable String ip) {
        return new Consent(IDS.next(), user, terms, granted, TestClock.START.plusSeconds(second), ip);
    }
}
