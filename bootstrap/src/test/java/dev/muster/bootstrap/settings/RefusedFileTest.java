package dev.muster.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** With faults that are made, as whoever runs the tests may read everything. */
final class RefusedFileTest {

    @Test
    void everyRefusalHasItsReason() {
        assertThat(RefusedFile.reason(new AccessDeniedException("/key"))).isEqualTo("permission denied for /key");
        assertThat(RefusedFile.reason(new FileAlreadyExistsException("/key"))).isEqualTo("/key is not a folder");
        assertThat(RefusedFile.reason(new NoSuchFileException("/key"))).isEqualTo("there is no /key");
        assertThat(RefusedFile.reason(new FileSystemException("/key", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(RefusedFile.reason(new MalformedInputException(1))).isEqualTo("it is not text in UTF-8");
        assertThat(RefusedFile.reason(new IOException("Is a directory"))).isEqualTo("Is a directory");
        assertThat(RefusedFile.reason(new IOException())).isEqualTo("java.io.IOException");
    }
}
