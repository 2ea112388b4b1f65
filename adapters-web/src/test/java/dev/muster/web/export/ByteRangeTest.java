package dev.muster.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.web.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1, bytes 0-0/10",
        "bytes=0-9, 0, 10, bytes 0-9/10",
        "bytes=3-, 3, 7, bytes 3-9/10",
        "bytes=3-100, 3, 7, bytes 3-9/10",
        "bytes=-4, 6, 4, bytes 6-9/10",
        "bytes=-100, 0, 10, bytes 0-9/10",
        "Bytes=9-9, 9, 1, bytes 9-9/10",
        "bytes=0-999999999999999999, 0, 10, bytes 0-9/10"
    })
    void oneRangeIsAPart(String header, long first, long length, String contentRange) {
        ByteRange range = ByteRange.of(header, 10);

        assertThat(range).isEqualTo(new ByteRange(first, length, 10, true));
        assertThat(range.contentRange()).isEqualTo(contentRange);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=5-3",
                "bytes=0-1,4-5",
                "lines=0-1",
                "bytes=0-1-2",
                "bytes=-1x",
                "bytes=9999999999999999999999-"
            })
    void everythingElseMeansTheWhole(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(ByteRange.whole(10));
    }

    @ParameterizedTest
    @CsvSource({"bytes=10-, 10", "bytes=10-20, 10", "bytes=-0, 10", "bytes=0-, 0", "bytes=-5, 0"})
    void rangeWithNothingInItIsRefused(String header, long total) {
        assertThatThrownBy(() -> ByteRange.of(header, total)).isInstanceOf(Refusal.class);
    }

    @Test
    void partIsAlwaysInsideTheFile() {
        for (int first = 0; first < 20; first++) {
            for (int last = 0; last < 25; last++) {
                ByteRange range = ByteRange.of("bytes=" + first + "-" + last, 20);

                assertThat(range.length()).isPositive();
                assertThat(range.first() + range.length()).isLessThanOrEqualTo(20);
                assertThat(range.isPart()).isEqualTo(first <= last);
            }
        }
    }
}
