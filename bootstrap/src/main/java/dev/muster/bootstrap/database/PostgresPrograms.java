package dev.muster.bootstrap.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the programs of an unpacked PostgreSQL. They get an environment of their own: variables such as {@code PGPORT} would change what they do, and Muster's
 * secrets are none of their business.
 */
record PostgresPrograms(Path home) {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** @param lastLine what the program said last, where it usually tells why it failed */
    record Outcome(int exitCode, String lastLine) {
        boolean failed() {
            return exitCode != 0;
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param output takes what the program says, overwritten
     * @param input what the program reads
     * @throws StartupFailure if it does not end within three minutes
     */
    Outcome run(Path output, String input, String program, String... arguments) throws IOException {
        Process process = start(Redirect.to(output.toFile()), program, arguments);
        Optional<IOException> unread = write(input, process);
        if (!Uninterrupted.awaitEnd(process, LIMIT)) {
            process.destroyForcibly();
            throw new StartupFailure("PostgreSQL's " + program + " did not end within " + LIMIT.toMinutes()
                    + " minutes; see " + output + ".");
        }
        Outcome outcome = outcome(process, output);
        if (unread.isPresent() && !outcome.failed()) {
            throw unread.get();
        }
        return outcome;
    }

    /** A program that fails before it has read everything tells why by itself; the broken pipe is only what follows from it. */
    private static Optional<IOException> write(String input, Process process) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    Process start(Redirect output, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody, while the
            // files stay root's.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StartupFailure(
                    "The embedded PostgreSQL cannot run on this system; set DATABASE_URL to use another one.", e);
        }
    }

    static Outcome outcome(Process process, Path output) throws IOException {
        String lastLine = lastLine(output);
        if (process.exitValue() != 0 && lastLine.matches("unshare: .*not permitted.*")) {
            throw new StartupFailure(
                    "PostgreSQL does not run as root, and this system gives it no user namespace; start Muster as another user or set DATABASE_URL.");
        }
        return new Outcome(process.exitValue(), lastLine);
    }

    private static String lastLine(Path output) throws IOException {
        List<String> lines = new String(Files.readAllBytes(output), UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
    }
}
