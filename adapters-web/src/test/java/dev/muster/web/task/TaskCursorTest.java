package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.web.shared.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskCursorTest {

    private static final TaskId ID = new TaskId(UUID.fromString("01961b2c-0000-7000-8000-00000000000f"));

    @Test
    void decodesWhatItEncoded() {
        var position = new TaskPosition(Instant.parse("2026-03-02T09:30:00.123456Z"), ID);

        assertThat(TaskCursor.decode(TaskCursor.encode(position))).isEqualTo(position);
        assertThat(TaskCursor.decode(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-01-01T00:00:00Z", "+12026-03-02T09:30:00Z"})
    void refusesTimesThatNoStoreHolds(String time) {
        String cursor = TaskCursor.encode(new TaskPosition(Instant.parse(time), ID));

        assertThatThrownBy(() -> TaskCursor.decode(cursor)).isInstanceOf(Refusal.class);
    }
}
