package dev.muster.domain.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final ExportPolicy POLICY = ExportPolicy.DEFAULT;
    private static final UUID ID = UUID.fromString("0195566f-8e4b-7abc-8123-456789abcdef");

    private final Export queued =
            Export.queued(new ExportId(ID), new UserId(ID), new ProjectId(ID), ExportFormat.CSV, NOW);

    @Test
    void waitsFromTheTimeItWasAskedForOn() {
        assertThat(queued.status()).isEqualTo(ExportStatus.QUEUED);
        assertThat(queued.isOpen()).isTrue();
        assertThat(queued.isReady(NOW)).isFalse();
        assertThat(queued.times().dueAt()).isEqualTo(NOW);
    }

    @Test
    void canBeDownloadedUntilItsTimeIsOver() {
        ExportedFile file = new ExportedFile(new ManifestEntry("x", 1, "0"), List.of());
        Export made = running(1).succeeded(file, NOW, POLICY);
        Instant end = NOW.plus(POLICY.kept());

        assertThat(made.progress()).isEqualTo(100);
        assertThat(made.isOpen()).isFalse();
        assertThat(made.times()).isEqualTo(new ExportTimes(NOW, NOW, NOW, null, end));
        assertThat(made.isReady(end.minusMillis(1))).isTrue();
        assertThat(made.isReady(end)).isFalse();
        assertThat(made.expired().isReady(NOW)).isFalse();
        assertThat(made.expired().file()).isEqualTo(file);
    }

    @Test
    void failedAttemptIsFollowedByAnotherAndTheLastIsFinal() {
        Export again = running(1).failed(NOW, POLICY);
        assertThat(again.status()).isEqualTo(ExportStatus.QUEUED);
        assertThat(again.progress()).isZero();
        assertThat(again.times().dueAt()).isEqualTo(NOW.plus(POLICY.pause()));

        Export last = running(POLICY.maxAttempts()).failed(NOW, POLICY);
        assertThat(last.status()).isEqualTo(ExportStatus.FAILED);
        assertThat(last.fault()).isEqualTo(ExportFault.NOT_MADE);
        assertThat(last.times().dueAt()).isNull();
        assertThat(last.times().expiresAt()).isNull();
    }

    @Test
    void attemptThatWasLaidAsideDoesNotCount() {
        Export released = running(2).released(NOW);

        assertThat(released.attempts()).isEqualTo(1);
        assertThat(released.status()).isEqualTo(ExportStatus.QUEUED);
        assertThat(released.times().dueAt()).isEqualTo(NOW);
    }

    @Test
    void isWornOutWhenAllAttemptsWereCutOff() {
        assertThat(running(POLICY.maxAttempts()).isWornOut(POLICY)).isFalse();
        assertThat(running(POLICY.maxAttempts() + 1).isWornOut(POLICY)).isTrue();
    }

    @Test
    void everyChangeRaisesTheVersion() {
        Export running = running(1);
        assertThat(List.of(
                        running.progressed(5, NOW),
                        running.failed(NOW, POLICY),
                        running.released(NOW),
                        running.givenUp(ExportFault.CUT_OFF, NOW),
                        running.expired()))
                .extracting(Export::version)
                .containsOnly(running.version() + 1);
    }

    @Test
    void everyAttemptHasAFileOfItsOwn() {
        assertThat(running(1).fileName()).isNotEqualTo(running(2).fileName());
    }

    @Test
    void standsWhereItWasAskedForHoweverFarItIs() {
        assertThat(running(1).progressed(50, NOW.plusSeconds(9)).position()).isEqualTo(queued.position());
    }

    @ParameterizedTest
    @EnumSource
    void nameOfAFileIsReadBack(ExportFormat format) {
        var name = new ExportFileName(new ExportId(ID), 12, format);

        assertThat(name).hasToString(ID + "-12." + format.extension());
        assertThat(ExportFileName.parse(name.value())).contains(name);
        assertThat(format.title()).endsWith("." + format.extension());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tasks.csv",
                "../0195566f-8e4b-7abc-8123-456789abcdef-1.csv",
                "0195566f-8e4b-7abc-8123-456789abcdef-0.csv",
                "0195566F-8E4B-7ABC-8123-456789ABCDEF-1.csv",
                "0195566f-8e4b-7abc-8123-456789abcdef-1.exe",
                "0195566f-8e4b-7abc-8123-456789abcdef-1.csv.part",
                "0195566f-8e4b-7abc-8123-456789abcdef-9999999.csv"
            })
    void whatIsNoNameIsNotReadAsOne(String text) {
        assertThat(ExportFileName.parse(text)).isEmpty();
    }

    @Test
    void bytesAreMeasuredOnTheirWay() throws IOException {
        var target = new ByteArrayOutputStream();
        var measured = new MeasuredOutput(target);
        measured.write("xabcx".getBytes(UTF_8), 1, 2);
        measured.write('c');
        measured.flush();

        assertThat(target).hasToString("abc");
        // FIPS 180-4, the example of one block
        assertThat(measured.entry("a/b"))
                .isEqualTo(new ManifestEntry(
                        "a/b", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @Test
    void faultsHaveStableCodes() {
        assertThat(ExportFault.values())
                .extracting(ExportFault::code)
                .containsExactly("project_deleted", "not_made", "cut_off");
    }

    private Export running(int attempts) {
        return new Export(
                queued.id(),
                queued.owner(),
                queued.project(),
                queued.format(),
                ExportStatus.RUNNING,
                0,
                attempts,
                null,
                null,
                new ExportTimes(NOW, NOW, null, NOW.plus(POLICY.lease()), null),
                2);
    }
}
