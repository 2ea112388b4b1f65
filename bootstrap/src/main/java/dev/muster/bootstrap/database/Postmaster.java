package dev.muster.bootstrap.database;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * PostgreSQL's server process on one cluster: started, stopped in order, or found still running after the Muster that started it was killed.
 *
 * @param patience how long the server may take to stop in order before it is stopped at once, and then how long before it is killed
 */
record Postmaster(PostgresPrograms programs, Cluster cluster, Duration patience) {
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration WRITING_LIMIT = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(5);

    /** Where a server listens on 127.0.0.1, and for how many. */
    record Place(int port, int maxConnections) {
        private String options() {
            return "-p " + port + " -c max_connections=" + maxConnections;
        }
    }

    /** Why the server did not start, in PostgreSQL's words. */
    record Refusal(String reason) {
        /** Whether backends of a killed server live on: PostgreSQL does not start before they are gone, or two servers would write the same files. */
        boolean isForBackends() {
            return reason.contains("shared memory");
        }
    }

    /**
     * Makes sure that no server runs on the cluster. One that is left from a killed Muster is stopped. A file that a dead server left is PostgreSQL's to examine at its
     * start, unless that would make it refuse: a number that belongs to another process by now, or no content after a power failure.
     *
     * @throws StartupFailure if a server runs on files that have been moved or copied: then nobody can tell whose they are
     */
    void stopLeftover(Consumer<String> progress) throws IOException {
        Optional<PostmasterFile> left = PostmasterFile.read(cluster.data());
        if (left.filter(PostmasterFile::isServerAlive).isEmpty()) {
            deleteMisleadingFile();
            return;
        }
        PostmasterFile file = left.get();
        if (!Files.isDirectory(file.data()) || !Files.isSameFile(file.data(), cluster.data())) {
            throw new StartupFailure("A PostgreSQL (process " + file.pid() + ") runs on the database in "
                    + cluster.folder() + " under the name " + file.data() + "; stop that process and start again.");
        }
        progress.accept("Stopping the PostgreSQL (process " + file.pid() + ") that an earlier Muster left running.");
        stop();
    }

    private void deleteMisleadingFile() throws IOException {
        if (isMisleading(PostmasterFile.read(cluster.data()))) {
            Files.deleteIfExists(PostmasterFile.in(cluster.data()));
        }
    }

    private boolean isMisleading(Optional<PostmasterFile> left) throws IOException {
        if (left.isPresent()) {
            return ProcessHandle.of(left.get().pid()).isPresent();
        }
        Path file = PostmasterFile.in(cluster.data());
        return Files.exists(file)
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(WRITING_LIMIT));
    }

    /**
     * Starts the server on a free port and returns its place once it accepts connections.
     *
     * @throws StartupFailure if it does not start; the message has PostgreSQL's reason
     */
    Place start(int maxConnections, Consumer<String> progress) throws IOException {
        for (int attempt = 1; ; attempt++) {
            stopLeftover(progress);
            Place place = new Place(freePort(), maxConnections);
            Optional<Refusal> refusal = startAt(place);
            if (refusal.isEmpty()) {
                return place;
            }
            if (attempt == ATTEMPTS) {
                throw new StartupFailure("The embedded PostgreSQL did not start: "
                        + refusal.get().reason() + ".");
            }
            // Another process may have taken the port, or the last backends of a killed server still hold its memory.
            Uninterrupted.pause(BETWEEN_ATTEMPTS);
        }
    }

    /** Tries once, unless a server runs: empty when it accepts connections. */
    Optional<Refusal> startAt(Place place) throws IOException {
        if (isRunning()) {
            return Optional.empty();
        }
        deleteMisleadingFile();
        ServerLog log = ServerLog.fromNow(cluster);
        return starts(place.options()) ? Optional.empty() : Optional.of(new Refusal(log.failure()));
    }

    private boolean starts(String options) throws IOException {
        Optional<PostmasterFile> before = PostmasterFile.read(cluster.data());
        // pg_ctl gives the server a session of its own: Ctrl-C in a terminal does not reach it before Muster has closed
        // its connections.
        Process starting = programs.start(
                Redirect.to(cluster.programLog().toFile()),
                "pg_ctl",
                "--pgdata=" + cluster.data(),
                "--log=" + cluster.startLog(),
                "--options=" + options,
                "--timeout=" + START_LIMIT.toSeconds(),
                "--wait",
                "start");
        // pg_ctl looks ten times a second; whoever waits for a start looks more often.
        while (!isReadySince(before)) {
            if (Uninterrupted.awaitEnd(starting, GLANCE)) {
                return !PostgresPrograms.outcome(starting, cluster.programLog()).failed();
            }
        }
        return true;
    }

    private boolean isReadySince(Optional<PostmasterFile> before) throws IOException {
        return PostmasterFile.read(cluster.data())
                .filter(PostmasterFile::isReady)
                .filter(file -> !Optional.of(file).equals(before))
                .isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Stops the server, at the worst by force; its log then brings everything that was committed back at the next start. Nothing happens where none runs. */
    void stop() throws IOException {
        if (stops("fast") || stops("immediate")) {
            return;
        }
        PostmasterFile.read(cluster.data())
                .filter(PostmasterFile::isServerAlive)
                .flatMap(file -> ProcessHandle.of(file.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    private boolean stops(String mode) throws IOException {
        if (isRunning()) {
            Process stopping = programs.start(
                    Redirect.DISCARD, "pg_ctl", "--pgdata=" + cluster.data(), "--mode=" + mode, "--no-wait", "stop");
            Uninterrupted.awaitEnd(stopping, patience);
        }
        return awaitEnd();
    }

    private boolean awaitEnd() throws IOException {
        long begin = System.nanoTime();
        while (isRunning()) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                return false;
            }
            Uninterrupted.pause(GLANCE);
        }
        return true;
    }

    boolean isRunning() throws IOException {
        return PostmasterFile.read(cluster.data())
                .filter(PostmasterFile::isServerAlive)
                .isPresent();
    }
}
