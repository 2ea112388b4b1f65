package dev.muster.security.user;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The libsodium binary inside the lazysodium jar, of whose Java part nothing is used. */
final class SodiumLibrary {

    private static final Map<String, String> BINARIES = Map.of(
            "linux amd64", "linux64/libsodium.so",
            "linux aarch64", "arm64/libsodium.so",
            "mac x86_64", "mac/libsodium.dylib",
            "mac aarch64", "mac_arm/libsodium.dylib",
            "windows amd64", "windows64/libsodium.dll");

    private SodiumLibrary() {}

    /** Where in the jar the binary for a platform stands, named as the properties os.name and os.arch do; null for none. */
    static @Nullable String binary(String osName, String osArch) {
        String system = osName.toLowerCase(Locale.ROOT).split(" ", 2)[0];
        return BINARIES.get(system + " " + osArch);
    }

    /**
     * Loads a binary from the class path for as long as the process lives.
     *
     * @throws IOException if there is no such binary, or no file can be written
     * @throws IllegalArgumentException if the system refuses it: another C library, a folder without execution
     */
    static SymbolLookup load(String binary) throws IOException {
        // Only this user may enter the folder, so nobody else can exchange the file.
        Path folder = Files.createTempDirectory("muster-");
        Path file = folder.resolve(binary.substring(binary.indexOf('/') + 1));
        try {
            copy(binary, file);
            return SymbolLookup.libraryLookup(file, Arena.global());
        } finally {
            delete(file);
            delete(folder);
        }
    }

    private static void copy(String binary, Path file) throws IOException {
        try (InputStream content = SodiumLibrary.class.getResourceAsStream("/" + binary)) {
            if (content == null) {
                throw new FileNotFoundException("class path has no " + binary);
            }
            Files.copy(content, file);
        }
    }

    /** Now where a loaded file can be deleted, at the end where it can't (Windows). */
    private static void delete(Path path) {
        if (!path.toFile().delete()) {
            path.toFile().deleteOnExit();
        }
    }
}
