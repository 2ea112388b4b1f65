package dev.muster.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.application.idempotency.BeginRequest.Begun;
import dev.muster.application.idempotency.EndRequest.Outcome;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.idempotency.Caller;
import dev.muster.domain.idempotency.IdempotencyError;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.task.Task;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.idempotency.InMemoryAnswerSeal;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.task.TaskFixture;
import dev.muster.testkit.user.UserFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A request from its begin to its end, with what may come between. */
final class IdempotencyTest {

    private final InMemoryMuster muster = new InMemoryMuster();
    private final Stamps stamps = new Stamps(muster.ids, muster.clock);
    private final BeginRequest beginRequest =
            new BeginRequest(muster.unitOfWork, muster.idempotencyKeys, muster.answerSeal, muster.secrets, stamps);
    private final EndRequest endRequest =
            new EndRequest(muster.unitOfWork, muster.idempotencyKeys, muster.answerSeal, stamps);
    private final UserId ann = UserFixture.aUser().build().id();

    @Test
    void repeatGetsTheAnswerToTheFirst() {
        endRequest.end(first(), Outcome.FINAL, "the answer");

        assertThat(begin().firstAnswer()).isEqualTo("the answer");
        muster.clock.advance(KeyClaim.KEPT.minusMillis(1));
        assertThat(begin().firstAnswer()).isEqualTo("the answer");
    }

    @Test
    void afterADayTheKeyIsNew() {
        endRequest.end(first(), Outcome.FINAL, "the answer");
        muster.clock.advance(KeyClaim.KEPT);

        assertThat(begin().firstAnswer()).isNull();
    }

    @Test
    void callersHaveKeysOfTheirOwn() {
        first();
        UserId bob = UserFixture.aUser().build().id();

        assertThat(begin(Caller.of(bob), "key", "digest").firstAnswer()).isNull();
        assertThat(begin(Caller.anonymous("192.0.2.1"), "key", "digest").firstAnswer())
                .isNull();
        assertThat(begin(Caller.anonymous("192.0.2.2"), "key", "digest").firstAnswer())
                .isNull();
        assertRefused(
                () -> begin(Caller.anonymous("192.0.2.1"), "key", "digest"), IdempotencyError.IDEMPOTENCY_KEY_IN_USE);
        assertThat(begin(Caller.of(ann), "Key", "digest").firstAnswer()).isNull();
    }

    @Test
    void repeatIsRefusedWhileTheFirstRuns() {
        first();

        assertRefused(this::begin, IdempotencyError.IDEMPOTENCY_KEY_IN_USE);
    }

    @Test
    void anotherRequestIsRefusedWhateverBecameOfTheFirst() {
        KeyClaim first = first();

        assertRefused(this::beginAnother, IdempotencyError.IDEMPOTENCY_KEY_REUSED);
        endRequest.end(first, Outcome.FINAL, "the answer");
        assertRefused(this::beginAnother, IdempotencyError.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void requestOfWhichNothingFollowsSetsTheKeyFree() {
        KeyClaim first = first();
        carryOut(first);
        endRequest.end(first, Outcome.OPEN, "401");

        assertThat(beginAnother().firstAnswer()).isNull();
    }

    @Test
    void faultThatKeptNothingSetsTheKeyFree() {
        endRequest.end(first(), Outcome.BROKEN, "500");

        assertThat(begin().firstAnswer()).isNull();
    }

    @Test
    void faultAfterSomethingWasKeptIsNotRunAgain() {
        KeyClaim first = first();
        carryOut(first);
        endRequest.end(first, Outcome.BROKEN, "500");

        assertRefused(this::begin, IdempotencyError.IDEMPOTENCY_OUTCOME_UNKNOWN);
    }

    @Test
    void answerThatIsTooLongIsNotKeptAndNotRunAgain() {
        endRequest.end(first(), Outcome.FINAL, "x".repeat(EndRequest.MAX_ANSWER + 1));

        assertRefused(this::begin, IdempotencyError.IDEMPOTENCY_OUTCOME_UNKNOWN);
    }

    @Test
    void longestAnswerIsKept() {
        String longest = "x".repeat(EndRequest.MAX_ANSWER);
        endRequest.end(first(), Outcome.FINAL, longest);

        assertThat(begin().firstAnswer()).isEqualTo(longest);
    }

    @Test
    void answerThatCantBeUnsealedIsUnknown() {
        new EndRequest(muster.unitOfWork, muster.idempotencyKeys, new InMemoryAnswerSeal(), stamps)
                .end(first(), Outcome.FINAL, "the answer");

        assertRefused(this::begin, IdempotencyError.IDEMPOTENCY_OUTCOME_UNKNOWN);
    }

    @Test
    void requestThatWasCutOffBeforeItWroteIsRunAgain() {
        KeyClaim dead = first();
        muster.clock.advance(KeyClaim.LEASE);

        assertThat(begin().firstAnswer()).isNull();
        endRequest.end(dead, Outcome.FINAL, "too late");
        assertRefused(this::begin, IdempotencyError.IDEMPOTENCY_KEY_IN_USE);
    }

    @Test
    void requestThatWasCutOffAfterItWroteIsNotRunAgain() {
        KeyClaim dead = first();
        unitOf(dead).writeOne(actor(), () -> insert(task()));

        assertRefused(this::begin, IdempotencyError.IDEMPOTENCY_KEY_IN_USE);
        muster.clock.advance(KeyClaim.LEASE);
        assertRefused(this::begin, IdempotencyError.IDEMPOTENCY_OUTCOME_UNKNOWN);
    }

    @Test
    void requestThatLostItsKeyWritesNothing() {
        KeyClaim slow = first();
        muster.clock.advance(KeyClaim.LEASE);
        begin();
        Task task = task();

        assertRefused(
                () -> unitOf(slow).writeOne(actor(), () -> insert(task)), IdempotencyError.IDEMPOTENCY_KEY_IN_USE);
        assertRefused(() -> unitOf(slow).write(actor(), () -> insert(task)), IdempotencyError.IDEMPOTENCY_KEY_IN_USE);
        assertThat(isStored(task)).isFalse();
    }

    @Test
    void whatFailsIsNotCarriedOut() {
        KeyClaim first = first();
        assertThatThrownBy(() -> unitOf(first).write(actor(), () -> {
                    insert(task());
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        muster.clock.advance(KeyClaim.LEASE);

        assertThat(begin().firstAnswer()).isNull();
    }

    @Test
    void unitsInsideOneAreKeptWithIt() {
        KeyClaim first = first();
        Task task = task();
        Task other = task();
        IdempotentUnitOfWork unit = unitOf(first);
        unit.write(actor(), () -> {
            unit.writeOne(actor(), () -> insert(task));
            unit.write(actor(), () -> insert(other));
            return unit.read(actor(), () -> muster.tasks.find(ann, task.id()).orElseThrow());
        });

        assertThat(isStored(task)).isTrue();
        assertThat(isStored(other)).isTrue();
    }

    @Test
    void whoHasNoKeyWritesOnceAndIsNotAsked() {
        IdempotentUnitOfWork unit =
                new IdempotentUnitOfWork(muster.unitOfWork, muster.idempotencyKeys, Optional::empty, stamps);
        Task task = task();

        unit.writeOne(actor(), () -> insert(task));
        assertThat(isStored(task)).isTrue();
        assertThatThrownBy(() -> unit.writeOne(actor(), () -> {
                    insert(task());
                    return insert(task());
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(unit.<Integer>write(actor(), () -> 7)).isEqualTo(7);
    }

    @Test
    void oneOfFiftyIsRun() {
        List<Boolean> run = Race.values(Race.of(50, thread -> {
            try {
                return begin().firstAnswer() == null;
            } catch (Failure refused) {
                return false;
            }
        }));

        assertThat(run).filteredOn(first -> first).hasSize(1);
    }

    @Test
    void expiredKeysAreForgotten() {
        for (int i = 0; i < 1001; i++) {
            begin(Caller.of(ann), "key " + i, "digest");
        }
        muster.clock.advance(KeyClaim.KEPT.minus(Duration.ofMinutes(1)));
        begin(Caller.of(ann), "young", "digest");
        muster.clock.advance(Duration.ofMinutes(1));
        new ForgetIdempotencyKeys(muster.unitOfWork, muster.idempotencyKeys, stamps).forget();

        assertThat(count()).isEqualTo(1);
    }

    private int count() {
        return muster.unitOfWork.writeOne(
                Actor.SYSTEM,
                () -> muster.idempotencyKeys.removeExpired(stamps.now().plus(KeyClaim.KEPT), Integer.MAX_VALUE));
    }

    private KeyClaim first() {
        Begun begun = begin();
        assertThat(begun.firstAnswer()).isNull();
        return begun.claim();
    }

    private Begun begin() {
        return begin(Caller.of(ann), "key", "digest");
    }

    private Begun beginAnother() {
        return begin(Caller.of(ann), "key", "another digest");
    }

    private Begun begin(Caller caller, String key, String digest) {
        return beginRequest.begin(caller, key, digest);
    }

    private void carryOut(KeyClaim claim) {
        unitOf(claim).writeOne(actor(), () -> insert(task()));
    }

    private IdempotentUnitOfWork unitOf(KeyClaim claim) {
        return new IdempotentUnitOfWork(muster.unitOfWork, muster.idempotencyKeys, () -> Optional.of(claim), stamps);
    }

    private Actor actor() {
        return Actor.user(ann.value());
    }

    private Task task() {
        return TaskFixture.aTask(ann).build();
    }

    private Task insert(Task task) {
        muster.tasks.insert(task);
        return task;
    }

    private boolean isStored(Task task) {
        return muster.unitOfWork
                .read(actor(), () -> muster.tasks.find(ann, task.id()))
                .isPresent();
    }

    private static void assertRefused(Supplier<?> request, IdempotencyError code) {
        assertThatThrownBy(request::get)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
