package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.journey.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Muster in a process of its own, as the launcher starts it. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("API +(?<address>http://\\S+)/v1\\R(?:.*\\R){3}");

    private final Process process;
    private final Path out;
    private final Path err;

    private ServerProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param folder gets the output */
    static ServerProcess start(Path folder, Map<String, String> variables) {
        return start(folder, variables, "serve");
    }

    /** @param arguments the command, which finds nothing on its standard input */
    static ServerProcess start(Path folder, Map<String, String> variables, String... arguments) {
        return fed(new byte[0], folder, variables, arguments);
    }

    /** @param input what the command finds on its standard input */
    static ServerProcess fed(byte[] input, Path folder, Map<String, String> variables, String... arguments) {
        return run(Packaged.command(arguments), input, folder, variables);
    }

    static ServerProcess run(List<String> command, byte[] input, Path folder, Map<String, String> variables) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("MUSTER_") || name.startsWith("DATABASE_"));
            builder.environment().putAll(variables);
            Process process = builder.redirectInput(
                            Files.write(folder.resolve("input"), input).toFile())
                    .start();
            return new ServerProcess(process, out, err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it serves, as soon as it says so. */
    URI awaitAddress() {
        long begin = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Matcher address = ADDRESS.matcher(out());
            if (address.find()) {
                return URI.create(address.group("address"));
            }
            pause();
        }
        throw new AssertionError("Muster did not start: " + out() + err());
    }

    /** Returns when it has complained in these words. */
    void awaitErr(String words) {
        long begin = System.nanoTime();
        while (!err().contains(words)) {
            assertThat(System.nanoTime() - begin).as(err()).isLessThan(PATIENCE.toNanos());
            pause();
        }
    }

    /** Asks it to stop, as the system does (SIGTERM). */
    void terminate() {
        process.destroy();
    }

    /** Returns when a server that was told to stop takes no more requests. */
    static void awaitStopping(Caller caller) {
        while (isReady(caller.undocumented())) {
            pause();
        }
    }

    private static boolean isReady(Caller caller) {
        try {
            return caller.get("/health/ready").status() == 200;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }

    /** Ends it where it stands, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitExit() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    @Override
    public void close() {
        kill();
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
