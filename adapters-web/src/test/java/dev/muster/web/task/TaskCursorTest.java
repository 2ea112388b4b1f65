package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.web.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TaskCursorTest {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.123456Z");

    @Property
    void everyPositionComesBack(@ForAll("positions") TaskPosition position) {
        assertThat(TaskCursor.decode(TaskCursor.encode(position))).isEqualTo(position);
    }

    @Example
    void noCursorIsNoPosition() {
        assertThat(TaskCursor.decode(null)).isNull();
    }

    @Property
    void everyDamagedLetterIsFound(
            @ForAll("positions") TaskPosition position, @ForAll @IntRange(max = 66) int place, @ForAll char letter) {
        String cursor = TaskCursor.encode(position);
        String damaged = cursor.substring(0, place) + letter + cursor.substring(place + 1);

        if (!damaged.equals(cursor)) {
            assertRefused(damaged);
        }
    }

    @Property
    void everyDamagedBitIsFound(@ForAll("positions") TaskPosition position, @ForAll @IntRange(max = 399) int bit) {
        byte[] bytes = Base64.getUrlDecoder().decode(TaskCursor.encode(position));
        bytes[bit / 8] ^= (byte) (1 << bit % 8);

        assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Property
    void noPartOfACursorIsOne(@ForAll("positions") TaskPosition position, @ForAll @IntRange(max = 66) int length) {
        String cursor = TaskCursor.encode(position);

        assertRefused(cursor.substring(0, length));
        assertRefused(cursor.substring(cursor.length() - length));
        assertRefused(cursor + cursor.substring(0, length) + "=");
    }

    @Property
    void whatIsNoCursorIsRefused(@ForAll String text) {
        assertRefused(text);
    }

    @Property
    void noOtherBytesAreACursor(@ForAll byte[] bytes) {
        assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        assertRefused(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Example
    void valuesThatNoTaskHasAreRefused() {
        Instant tooEarly = FIRST.minus(1, ChronoUnit.MICROS);
        Instant tooLate = LAST.plus(1, ChronoUnit.MICROS);

        assertRefused(TaskCursor.encode(position(Float.NaN, NOW, NOW, null)));
        assertRefused(TaskCursor.encode(position(Float.POSITIVE_INFINITY, NOW, NOW, null)));
        for (Instant time : new Instant[] {tooEarly, tooLate}) {
            assertRefused(TaskCursor.encode(position(0, time, NOW, null)));
            assertRefused(TaskCursor.encode(position(0, NOW, time, null)));
            assertRefused(TaskCursor.encode(position(0, NOW, NOW, time)));
        }
    }

    @Provide
    Arbitrary<TaskPosition> positions() {
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(
                        ChronoUnit.MICROS.between(Instant.EPOCH, FIRST), ChronoUnit.MICROS.between(Instant.EPOCH, LAST))
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        return Combinators.combine(
                        Arbitraries.floats(),
                        times,
                        times,
                        times.injectNull(0.3),
                        Arbitraries.of(TaskPriority.class),
                        ids.map(TaskId::new))
                .as(TaskPosition::new);
    }

    private static TaskPosition position(float score, Instant created, Instant updated, Instant due) {
        return new TaskPosition(score, created, updated, due, TaskPriority.LOW, new TaskId(new UUID(1, 2)));
    }

    private static void assertRefused(String cursor) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TaskCursor.decode(cursor))
                .withMessage("The query parameter cursor must be a next_cursor of this list.");
    }
}
