package dev.muster.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DockerEngineTest {

    @Test
    void isWhereTheVariableSaysAndNowhereElse() {
        assertThat(DockerEngine.places(Map.of("DOCKER_HOST", "unix:///some/docker.sock"), "/home/ann"))
                .containsExactly(UnixDomainSocketAddress.of("/some/docker.sock"));
        assertThat(DockerEngine.places(Map.of("DOCKER_HOST", "tcp://127.0.0.1"), "/home/ann"))
                .containsExactly(new InetSocketAddress("127.0.0.1", 2375));
        assertThat(DockerEngine.places(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2376"), "/home/ann"))
                .containsExactly(new InetSocketAddress("127.0.0.1", 2376));
        assertThat(DockerEngine.places(Map.of("DOCKER_HOST", "npipe:////./pipe/docker"), "/home/ann"))
                .isEmpty();
    }

    @Test
    void mayBeOnesOwn(@TempDir Path home) throws IOException {
        Path socket = home.resolve(".docker/run/docker.sock");
        Files.createDirectories(home.resolve(".docker/run"));
        Files.createFile(socket);

        assertThat(DockerEngine.places(Map.of(), home.toString())).contains(UnixDomainSocketAddress.of(socket));
    }
}
