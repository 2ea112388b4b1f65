package dev.muster.bootstrap.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/** Another Java process that runs the embedded database until it is killed, as by {@code kill -9}. */
final class KilledMuster implements AutoCloseable {
    private final Process process;
    private final String jdbcUrl;

    private KilledMuster(Process process, String jdbcUrl) {
        this.process = process;
        this.jdbcUrl = jdbcUrl;
    }

    static KilledMuster start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMuster.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        return new KilledMuster(process, output.readLine());
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    long pid() {
        return process.pid();
    }

    /** Returns when the process is gone; what it started is not. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (var postgres = new EmbeddedPostgres(Path.of(arguments[0]), 10, sentence -> {})) {
            System.out.println(postgres.start().jdbcUrl());
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
