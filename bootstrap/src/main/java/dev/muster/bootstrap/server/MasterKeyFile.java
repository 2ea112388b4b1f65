package dev.muster.bootstrap.server;

import dev.muster.bootstrap.settings.RefusedFile;
import dev.muster.bootstrap.settings.Setting;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import dev.muster.security.session.MasterKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The master key: as set, or kept in the data folder, where the first start makes it. */
final class MasterKeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyFile.class);
    private static final String NAME = "master.key";

    private MasterKeyFile() {}

    /** @throws StartupFailure if the setting is not a key, or the file can't be read or written */
    static MasterKey read(Settings settings) {
        return settings.keys()
                .master()
                .map(text -> parse(Setting.MUSTER_SECRET_KEY.name(), text))
                .orElseGet(() -> readOrMake(settings.dataFolder()));
    }

    private static MasterKey readOrMake(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
            return parse("The file " + file, Files.readString(file));
        } catch (IOException e) {
            throw new StartupFailure(
                    "The master key " + file + " can't be read or written: " + RefusedFile.reason(e) + ".", e);
        }
    }

    /** Written beside its place and linked there whole: a key cut short would lock up what it has sealed. */
    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path draft = Files.createTempFile(folder, NAME, ".new", ownerOnly("rw-------"));
        try {
            Files.writeString(draft, MasterKey.random().text() + System.lineSeparator(), StandardOpenOption.SYNC);
            linkUnlessThere(file, draft);
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static void linkUnlessThere(Path file, Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException otherProcessWasFirst) {
            LOG.debug("Another process made the master key at the same time; it is the one in use.");
        }
    }

    private static MasterKey parse(String source, String text) {
        try {
            return MasterKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StartupFailure(source + " is not usable: " + e.getMessage() + ".", e);
        }
    }
}
