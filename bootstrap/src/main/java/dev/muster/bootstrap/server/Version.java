package dev.muster.bootstrap.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which Muster this is. */
public final class Version {

    private static final String RESOURCE = "/dev/muster/bootstrap/version.properties";

    private Version() {}

    /** The version that the build has written down. */
    public static String ofThisBuild() {
        try (InputStream stream = Objects.requireNonNull(Version.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
