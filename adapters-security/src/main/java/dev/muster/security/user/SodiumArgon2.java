package dev.muster.security.user;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Argon2id by libsodium: about 1.6 times what {@link BouncyCastleArgon2} computes, and no work for the garbage collector.
 * Its interface knows one lane, salts of 16 bytes and tags of 16 bytes or more.
 */
final class SodiumArgon2 implements Argon2 {

    private static final Logger LOG = LoggerFactory.getLogger(SodiumArgon2.class);
    private static final int ARGON2ID_13 = 2;
    private static final int SALT_BYTES = 16;
    private static final int MIN_TAG_BYTES = 16;
    private static final int MIN_MEMORY_KIB = 8;

    private final MethodHandle pwhash;

    private SodiumArgon2(MethodHandle pwhash) {
        this.pwhash = pwhash;
    }

    /** Loaded when first asked for, once for the process; takes some 100 ms. */
    static Optional<Argon2> ofThisPlatform() {
        return ThisPlatform.ARGON2;
    }

    private static final class ThisPlatform {
        static final Optional<Argon2> ARGON2 =
                load(SodiumLibrary.binary(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    /** Empty, with a line in the log, where there is no libsodium for this platform or it can't be loaded. */
    static Optional<Argon2> load(@Nullable String binary) {
        if (binary == null) {
            LOG.info("No native Argon2 for this platform; passwords are hashed in Java");
            return Optional.empty();
        }
        try {
            return Optional.of(bind(SodiumLibrary.load(binary)));
        } catch (IOException | RuntimeException refused) {
            LOG.warn("Native Argon2 not usable, passwords are hashed in Java: {}", refused.toString());
            return Optional.empty();
        }
    }

    private static SodiumArgon2 bind(SymbolLookup sodium) {
        Linker linker = Linker.nativeLinker();
        MethodHandle init = linker.downcallHandle(sodium.findOrThrow("sodium_init"), FunctionDescriptor.of(JAVA_INT));
        // int crypto_pwhash(out, outlen, passwd, passwdlen, salt, opslimit, memlimit, alg)
        MethodHandle pwhash = linker.downcallHandle(
                sodium.findOrThrow("crypto_pwhash"),
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_INT));
        if (call(init) < 0) {
            throw new IllegalStateException("libsodium doesn't start");
        }
        return new SodiumArgon2(pwhash);
    }

    @Override
    public boolean supports(Argon2Cost cost, int saltBytes, int tagBytes) {
        return cost.lanes() == 1
                && cost.memoryKib() >= MIN_MEMORY_KIB
                && saltBytes == SALT_BYTES
                && tagBytes >= MIN_TAG_BYTES;
    }

    /** @throws IllegalStateException if the system has not the memory for it */
    @Override
    public byte[] derive(byte[] password, byte[] salt, Argon2Cost cost, int tagBytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment tag = arena.allocate(tagBytes);
            MemorySegment secret = arena.allocateFrom(JAVA_BYTE, password);
            MemorySegment salted = arena.allocateFrom(JAVA_BYTE, salt);
            long passes = cost.iterations();
            long bytes = cost.memoryKib() * 1024L;
            int failed = call(
                    pwhash, tag, (long) tagBytes, secret, (long) password.length, salted, passes, bytes, ARGON2ID_13);
            secret.fill((byte) 0);
            if (failed != 0) {
                throw new IllegalStateException("no memory for a hash of " + cost.memoryKib() + " KiB");
            }
            return tag.toArray(JAVA_BYTE);
        }
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException("C functions throw nothing", impossible);
        }
    }
}
