package dev.muster.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL writes into its data directory as {@code postmaster.pid} (PostgreSQL manual, 66.1). It stays behind when the server is killed, and its
 * number may by then belong to another process.
 *
 * @param data the data directory, as the server was told it
 * @param startedAt seconds since 1970
 * @param port of 127.0.0.1, known from when it is ready
 * @param status {@code starting}, {@code ready}, {@code stopping} or empty while it is being written
 */
record PostmasterFile(long pid, Path data, long startedAt, int port, String status) {
    private static final int STATUS_LINE = 7;

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty where there is none, or none that tells all of this: PostgreSQL writes it at once and the status later. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(in(data));
            String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Path.of(lines.get(1)),
                    Long.parseLong(lines.get(2).strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    status));
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /** Whether the server that wrote this lives: a process of that number that is a PostgreSQL and was started for that data directory. */
    boolean isServerAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(this::isServer)
                .isPresent();
    }

    private boolean isServer(ProcessHandle.Info process) {
        boolean postgres = process.command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
        // Where the system does not tell the arguments, a PostgreSQL of that number is taken for the one that wrote
        // this.
        return postgres
                && process.arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(true);
    }
}
