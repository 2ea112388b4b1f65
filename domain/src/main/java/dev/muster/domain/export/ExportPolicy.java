package dev.muster.domain.export;

import java.time.Duration;

/**
 * How exports are made and kept (requirement D4).
 *
 * @param maxOpen how many of one person may be queued or running at once
 * @param maxKept how many of one person may be queued, running or have their file, so that nobody fills the disk
 * @param maxAttempts how often one is begun before it is given up
 * @param lease after which time without a sign of life whoever makes one counts as dead
 * @param pause between a failed attempt and the next
 * @param kept how long its file can be downloaded
 * @param remembered how long an export that has ended is known of
 */
public record ExportPolicy(
        int maxOpen, int maxKept, int maxAttempts, Duration lease, Duration pause, Duration kept, Duration remembered) {

    public static final ExportPolicy DEFAULT = new ExportPolicy(
            5, 50, 3, Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofDays(30));
}
