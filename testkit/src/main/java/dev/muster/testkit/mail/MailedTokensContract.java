package dev.muster.testkit.mail;

import static dev.muster.testkit.mail.MailedTokenFixture.hash;
import static dev.muster.testkit.mail.MailedTokenFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserStage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link MailedTokens} promise. A test class of the adapter implements this interface, which makes it run every test:
 *
 * <pre>{@code
 * final class MyMailedTokensTest implements MailedTokensContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public MailedTokens mailedTokens() { return new MyMailedTokens(...); }
 * }
 * }</pre>
 *
 * The store need not be empty: every test uses persons of its own.
 */
public interface MailedTokensContract extends UserStage {

    /** When samples are used. */
    Instant LATER = TestClock.START.plusSeconds(60);

    /** What is tested. */
    MailedTokens mailedTokens();

    @ParameterizedTest
    @EnumSource
    default void insertKeepsEverythingOfAToken(Purpose purpose) {
        MailedToken token = stored(token(storedUser(), purpose));

        assertThat(findLive(token.user(), purpose, LATER)).contains(token);
        assertThat(use(token)).contains(token);
    }

    @ParameterizedTest
    @EnumSource
    default void tokenIsUsedOnce(Purpose purpose) {
        MailedToken token = stored(token(storedUser(), purpose));
        use(token);

        assertThat(use(token)).isEmpty();
        assertThat(findLive(token.user(), purpose, LATER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void tokenIsOfUseForItsPurposeOnly(Purpose purpose) {
        MailedToken token = stored(token(storedUser(), purpose));
        for (Purpose other : Purpose.values()) {
            if (other != purpose) {
                assertThat(use(hash(token), other, LATER)).isEmpty();
                assertThat(findLive(token.user(), other, LATER)).isEmpty();
            }
        }

        assertThat(use(token)).contains(token);
    }

    @ParameterizedTest
    @EnumSource
    default void tokenIsWorthNothingFromTheTimeItExpires(Purpose purpose) {
        MailedToken token = stored(token(storedUser(), purpose));
        Instant end = token.expiresAt();

        assertThat(use(hash(token), purpose, end)).isEmpty();
        assertThat(findLive(token.user(), purpose, end)).isEmpty();
        assertThat(findLive(token.user(), purpose, end.minusMillis(1))).contains(token);
        assertThat(use(hash(token), purpose, end.minusMillis(1))).contains(token);
    }

    @ParameterizedTest
    @EnumSource
    default void newestTokenKillsOlderOnes(Purpose purpose) {
        UserId user = storedUser();
        MailedToken first = stored(token(user, purpose));
        MailedToken second = stored(token(user, purpose, LATER));
        MailedToken third = stored(token(user, purpose, LATER));

        assertThat(findLive(user, purpose, LATER)).contains(third);
        assertThat(use(first)).isEmpty();
        assertThat(use(second)).isEmpty();
        assertThat(use(third)).contains(third);
    }

    @ParameterizedTest
    @EnumSource
    default void newTokenCanBeHadAfterOneWasUsedOrExpired(Purpose purpose) {
        UserId user = storedUser();
        MailedToken used = stored(token(user, purpose));
        use(used);
        MailedToken expired = stored(token(user, purpose));
        MailedToken fresh = stored(token(user, purpose, expired.expiresAt()));

        assertThat(findLive(user, purpose, expired.expiresAt())).contains(fresh);
    }

    @Test
    default void tokensOfOtherPurposesAndPersonsAreLeftAlone() {
        UserId user = storedUser();
        List<MailedToken> tokens = Arrays.stream(Purpose.values())
                .map(purpose -> stored(token(user, purpose)))
                .toList();
        MailedToken ofAnother = stored(token(storedUser(), Purpose.RESET_PASSWORD));
        write(() -> mailedTokens().endAll(storedUser(), Purpose.RESET_PASSWORD, LATER));

        assertThat(tokens).allSatisfy(token -> assertThat(use(token)).contains(token));
        assertThat(use(ofAnother)).contains(ofAnother);
    }

    @ParameterizedTest
    @EnumSource
    default void endAllMakesTheTokensOfThePurposeWorthless(Purpose purpose) {
        UserId user = storedUser();
        List<MailedToken> tokens = Arrays.stream(Purpose.values())
                .map(each -> stored(token(user, each)))
                .toList();
        write(() -> mailedTokens().endAll(user, purpose, LATER));

        assertThat(findLive(user, purpose, LATER)).isEmpty();
        assertThat(tokens)
                .allSatisfy(token -> assertThat(use(token).isPresent()).isEqualTo(token.purpose() != purpose));
    }

    @ParameterizedTest
    @EnumSource
    default void tokenIsFoundAsLongAsItIsOfUse(Purpose purpose) {
        MailedToken token = stored(token(storedUser(), purpose));

        assertThat(find(token, purpose, LATER)).contains(token);
        assertThat(find(token, purpose, token.expiresAt())).isEmpty();
        for (Purpose other : Purpose.values()) {
            assertThat(find(token, other, LATER).isPresent()).isEqualTo(other == purpose);
        }
        use(token);
        assertThat(find(token, purpose, LATER)).isEmpty();
    }

    private Optional<MailedToken> find(MailedToken token, Purpose purpose, Instant now) {
        return read(() -> mailedTokens().find(hash(token), purpose, now));
    }

    @Test
    default void unknownHashIsOfNoUse() {
        stored(token(storedUser(), Purpose.RESET_PASSWORD));

        assertThat(use(TokenHash.of("unknown"), Purpose.RESET_PASSWORD, LATER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void insertRefusesAnIdOrAHashThatIsStored(Purpose purpose) {
        MailedToken token = stored(token(storedUser(), purpose));
        MailedToken other = token(storedUser(), purpose);

        assertThatThrownBy(() -> stored(token)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> write(() -> mailedTokens().insert(other, hash(token))))
                .isInstanceOf(RuntimeException.class);
        assertThat(use(token)).contains(token);
    }

    @ParameterizedTest
    @EnumSource
    default void unitThatFailsChangesNothing(Purpose purpose) {
        UserId user = storedUser();
        MailedToken token = stored(token(user, purpose));
        failing(() -> mailedTokens().insert(token(user, purpose), TokenHash.of("never stored")));
        failing(() -> mailedTokens().use(hash(token), purpose, LATER));
        failing(() -> mailedTokens().endAll(user, purpose, LATER));

        assertThat(use(token)).contains(token);
    }

    @ParameterizedTest
    @EnumSource
    default void everyChangeIsOneWrite(Purpose purpose) {
        UserId user = storedUser();
        MailedToken first = stored(token(user, purpose));
        MailedToken second = token(user, purpose, LATER);
        unitOfWork().writeOne(Actor.SYSTEM, () -> {
            mailedTokens().insert(second, hash(second));
            return true;
        });

        assertThat(use(first)).isEmpty();
        Optional<MailedToken> used =
                unitOfWork().writeOne(Actor.SYSTEM, () -> mailedTokens().use(hash(second), purpose, LATER));
        assertThat(used).contains(second);
    }

    @ParameterizedTest
    @EnumSource
    default void oneOfFiftyWhoUseTheSameTokenGetsIt(Purpose purpose) {
        MailedToken token = stored(token(storedUser(), purpose));
        List<Optional<MailedToken>> got = Race.values(Race.of(50, thread -> use(token)));

        assertThat(got).filteredOn(Optional::isPresent).containsExactly(Optional.of(token));
    }

    @ParameterizedTest
    @EnumSource
    default void oneOfTheTokensThatAreInsertedTogetherLives(Purpose purpose) {
        UserId user = storedUser();
        List<MailedToken> tokens = IntStream.range(0, Race.THREADS)
                .mapToObj(thread -> token(user, purpose))
                .toList();
        Race.values(Race.of(thread -> stored(tokens.get(thread))));
        MailedToken living = findLive(user, purpose, LATER).orElseThrow();

        assertThat(tokens).filteredOn(token -> use(token).isPresent()).containsExactly(living);
    }

    @Test
    default void tokenThatIsUsedWhileAnotherTakesItsPlaceIsUsedOrReplaced() {
        for (int round = 0; round < 20; round++) {
            UserId user = storedUser();
            MailedToken old = stored(token(user, Purpose.RESET_PASSWORD));
            MailedToken fresh = token(user, Purpose.RESET_PASSWORD);
            Race.values(Race.of(2, thread -> thread == 0 ? use(old) : Optional.of(stored(fresh))));

            assertThat(use(old)).isEmpty();
            assertThat(use(fresh)).contains(fresh);
        }
    }

    private MailedToken stored(MailedToken token) {
        write(() -> mailedTokens().insert(token, hash(token)));
        return token;
    }

    private Optional<MailedToken> use(MailedToken token) {
        return use(hash(token), token.purpose(), LATER);
    }

    private Optional<MailedToken> use(TokenHash hash, Purpose purpose, Instant now) {
        return writeFor(() -> mailedTokens().use(hash, purpose, now));
    }

    private Optional<MailedToken> findLive(UserId user, Purpose purpose, Instant now) {
        return read(() -> mailedTokens().findLive(user, purpose, now));
    }

    private void failing(Runnable work) {
        assertThatThrownBy(() -> write(() -> {
                    work.run();
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
