package dev.muster.testkit.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Docker engine answers, found out without Testcontainers, which takes seconds and many lines to say no. Looks
 * where Testcontainers looks.
 */
final class DockerEngine {

    private static final long PATIENCE_MILLIS = 2000;

    private DockerEngine() {}

    static boolean answers() {
        boolean encrypted = System.getenv("DOCKER_TLS_VERIFY") != null;
        return places(System.getenv(), System.getProperty("user.home", "")).stream()
                .anyMatch(place -> answersInTime(place, encrypted));
    }

    /** Where an engine may listen. */
    static List<SocketAddress> places(Map<String, String> environment, String home) {
        String host = environment.get("DOCKER_HOST");
        if (host != null && !host.isBlank()) {
            SocketAddress address = address(host.strip());
            return address == null ? List.of() : List.of(address);
        }
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "/run/user/none");
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(runtime, "docker.sock"),
                        Path.of(home, ".docker", "run", "docker.sock"))
                .filter(Files::exists)
                .<SocketAddress>map(UnixDomainSocketAddress::of)
                .toList();
    }

    private static @Nullable SocketAddress address(String host) {
        URI uri = URI.create(host);
        if ("unix".equals(uri.getScheme())) {
            return UnixDomainSocketAddress.of(uri.getPath());
        }
        return uri.getHost() == null
                ? null
                : new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 2375 : uri.getPort());
    }

    /** In a daemon thread, as an engine that hangs is none. */
    private static boolean answersInTime(SocketAddress place, boolean encrypted) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> ping(place, encrypted), Thread.ofPlatform().daemon()::start)
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of an engine that speaks TLS it is enough that it listens. */
    private static boolean ping(SocketAddress place, boolean encrypted) {
        try (SocketChannel channel = SocketChannel.open(place)) {
            if (encrypted) {
                return true;
            }
            channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(12);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {}
            return new String(answer.array(), US_ASCII).endsWith(" 200");
        } catch (IOException | UnresolvedAddressException absent) {
            return false;
        }
    }
}
