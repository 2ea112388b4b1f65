package dev.muster.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of this process. A variable may also be given as the file that holds its value, {@code NAME_FILE}, as secrets are handed to containers;
 * an empty or blank variable counts as absent, because that is what compose files make of one that is not set.
 */
public record Environment(Map<String, String> variables) {
    private static final String FILE_SUFFIX = "_FILE";

    /** Copies the map. */
    public Environment {
        variables = Map.copyOf(variables);
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /**
     * The value of a variable, or the content of the file that {@code name_FILE} names without the line end that editors append.
     *
     * @throws StartupFailure if both are given, or the file cannot be read or is empty; the message never contains the value
     */
    public Optional<String> find(String name) {
        Optional<String> value = valueOf(name);
        Optional<String> file = valueOf(name + FILE_SUFFIX);
        if (value.isPresent() && file.isPresent()) {
            throw new StartupFailure("Both " + name + " and " + name + FILE_SUFFIX + " are set; keep one of them.");
        }
        return value.or(() -> file.map(path -> contentOf(name + FILE_SUFFIX, path)));
    }

    private Optional<String> valueOf(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private static String contentOf(String name, String path) {
        try {
            String content = Files.readString(Path.of(path)).replaceFirst("\\R\\z", "");
            if (content.isBlank()) {
                throw new StartupFailure("The file " + path + ", named by " + name + ", is empty.");
            }
            return content;
        } catch (IOException e) {
            throw unreadable(name, path, RefusedFile.reason(e), e);
        } catch (InvalidPathException e) {
            throw unreadable(name, path, "that is no path", e);
        }
    }

    private static StartupFailure unreadable(String name, String path, String reason, Exception cause) {
        return new StartupFailure(
                "The file " + path + ", named by " + name + ", cannot be read: " + reason + ".", cause);
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }
}
