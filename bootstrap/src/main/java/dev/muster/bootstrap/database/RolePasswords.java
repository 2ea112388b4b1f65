package dev.muster.bootstrap.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** The passwords of the embedded database's roles: random, made once, kept in a file that its owner alone can read. */
record RolePasswords(String superuser, String owner, String application) {
    static final String SUPERUSER_ROLE = "postgres";
    static final String OWNER_ROLE = "muster_owner";
    static final String APPLICATION_ROLE = "muster_app";
    private static final int BYTES = 24;

    static RolePasswords random(SecureRandom random) {
        return new RolePasswords(password(random), password(random), password(random));
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IOException if the file cannot be read or lacks a role */
    static RolePasswords load(Path file) throws IOException {
        Properties roles = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            roles.load(reader);
        }
        return new RolePasswords(
                of(SUPERUSER_ROLE, roles, file), of(OWNER_ROLE, roles, file), of(APPLICATION_ROLE, roles, file));
    }

    private static String of(String role, Properties roles, Path file) throws IOException {
        String password = roles.getProperty(role);
        if (password == null) {
            throw new IOException(file + " has no password of " + role);
        }
        return password;
    }

    /** Writes a new file, on the disk when this returns: without it the database could never be opened again. */
    void store(Path file) throws IOException {
        String content = "%s=%s%n%s=%s%n%s=%s%n"
                .formatted(SUPERUSER_ROLE, superuser, OWNER_ROLE, owner, APPLICATION_ROLE, application);
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), DataFolder.PRIVATE_FILE)) {
            channel.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
            channel.force(true);
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "RolePasswords[]";
    }
}
