import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.goterl.lazysodium.LazySodiumJava;
import com.goterl.lazysodium.SodiumJava;
import com.goterl.lazysodium.interfaces.PwHash;
import com.password4j.Argon2Function;
import com.sun.jna.NativeLong;
import com.sun.management.OperatingSystemMXBean;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (m=19456 KiB, t=2, p=1) in every candidate library: hashes per second, and per second of processor time
 * (which other work on the machine disturbs less), median of interleaved rounds.
 */
void main() throws Exception {
    var rounds = Integer.getInteger("rounds", 7);
    Map<String, Hash> candidates = candidates();
    check(candidates);
    for (int threads : new int[] {1, 2}) {
        Map<String, List<double[]>> results = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (var candidate : candidates.entrySet()) {
                double[] rates = measure(candidate.getValue(), threads);
                if (round >= 0) {
                    results.computeIfAbsent(candidate.getKey(), _ -> new ArrayList<>()).add(rates);
                }
            }
        }
        IO.println("%n%d thread(s)                hashes/s   per processor second   allocated KiB/hash".formatted(threads));
        results.forEach((name, rates) -> IO.println("%-28s %8.1f   %8.1f   %18.0f"
                .formatted(name, median(rates, 0), median(rates, 1), median(rates, 2))));
    }
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
        Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).forEach(IO::println);
    }
}

interface Hash {
    byte[] of(byte[] password, byte[] salt) throws Exception;
}

Map<String, Hash> candidates() throws Exception {
    Map<String, Hash> all = new LinkedHashMap<>();
    timed(all, "bouncycastle", () -> bouncyCastle(() -> null));
    timed(all, "bouncycastle pooled", () -> bouncyCastle(() -> new FixedBlockPool(MEMORY)));
    timed(all, "password4j", () -> {
        var function = Argon2Function.getInstance(MEMORY, 2, 1, 32, com.password4j.types.Argon2.ID);
        return (password, salt) -> function.hash(password, salt).getBytes();
    });
    timed(all, "argon2-jvm (C, JNA)", () -> {
        var argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);
        return (password, salt) -> argon2.rawHash(2, MEMORY, 1, password, salt);
    });
    timed(all, "lazysodium (C, JNA)", () -> {
        var sodium = new LazySodiumJava(new SodiumJava());
        return (password, salt) -> {
            byte[] out = new byte[32];
            sodium.cryptoPwHash(
                    out, 32, password, password.length, salt, 2, new NativeLong(MEMORY * 1024L), PwHash.Alg.PWHASH_ALG_ARGON2ID13);
            return out;
        };
    });
    timed(all, "libsodium (C, no JNA)", this::libsodium);
    return all;
}

/** The binary of the lazysodium jar, bound by the JDK itself (java.lang.foreign). */
Hash libsodium() throws Throwable {
    Path file = Files.createTempFile("libsodium", ".so");
    String binary = System.getProperty("os.arch").equals("amd64") ? "/linux64/libsodium.so" : "/arm64/libsodium.so";
    try (var content = SodiumJava.class.getResourceAsStream(binary)) {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
    var linker = Linker.nativeLinker();
    var sodium = SymbolLookup.libraryLookup(file, Arena.global());
    Files.delete(file);
    linker.downcallHandle(sodium.findOrThrow("sodium_init"), FunctionDescriptor.of(JAVA_INT)).invoke();
    var pwhash = linker.downcallHandle(
            sodium.findOrThrow("crypto_pwhash"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_INT));
    return (password, salt) -> {
        try (Arena arena = Arena.ofConfined()) {
            var out = arena.allocate(32);
            var secret = arena.allocateFrom(JAVA_BYTE, password);
            var salted = arena.allocateFrom(JAVA_BYTE, salt);
            int failed = (int) pwhash.invokeExact(out, 32L, secret, (long) password.length, salted, 2L, MEMORY * 1024L, 2);
            return failed == 0 ? out.toArray(JAVA_BYTE) : new byte[0];
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    };
}

interface Candidate {
    Hash call() throws Throwable;
}

static final int MEMORY = 19_456;
static final byte[] PASSWORD = "correct horse battery staple".getBytes(StandardCharsets.UTF_8);

/** Constructs a candidate and says what its first hash costs (class loading, unpacking of a native library). */
void timed(Map<String, Hash> all, String name, Candidate make) {
    if (!name.startsWith(System.getProperty("only", ""))) {
        return;
    }
    long start = System.nanoTime();
    try {
        Hash hash = make.call();
        hash.of(PASSWORD, new byte[16]);
        IO.println("%-28s first hash after %d ms".formatted(name, (System.nanoTime() - start) / 1_000_000));
        all.put(name, hash);
    } catch (Throwable e) {
        IO.println("%-28s left out: %s".formatted(name, e));
    }
}

Hash bouncyCastle(Callable<BlockPool> pool) {
    ThreadLocal<BlockPool> pools = ThreadLocal.withInitial(() -> {
        try {
            return pool.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    });
    return (password, salt) -> {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(salt);
        if (pools.get() != null) {
            parameters.withBlockPool(pools.get());
        }
        var generator = new Argon2BytesGenerator();
        generator.init(parameters.build());
        byte[] out = new byte[32];
        generator.generateBytes(password, out);
        return out;
    };
}

void check(Map<String, Hash> candidates) throws Exception {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    byte[] expected = candidates.values().iterator().next().of(PASSWORD, salt);
    for (var candidate : candidates.entrySet()) {
        byte[] actual = candidate.getValue().of(PASSWORD, salt);
        if (!Arrays.equals(expected, actual)) {
            throw new IllegalStateException(candidate.getKey() + " " + HexFormat.of().formatHex(actual));
        }
    }
}

/** One second of hashing on some threads: hashes/s, hashes per second of processor time, KiB allocated per hash. */
double[] measure(Hash hash, int threads) throws Exception {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] salt = new byte[16];
    long start = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    AtomicLong allocated = new AtomicLong();
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
        work.add(() -> {
            int count = 0;
            long before = memory.getCurrentThreadAllocatedBytes();
            while (System.nanoTime() - start < 1_000_000_000L) {
                hash.of(PASSWORD, salt);
                count++;
            }
            allocated.addAndGet(memory.getCurrentThreadAllocatedBytes() - before);
            return count;
        });
    }
    int count = 0;
    try (var pool = Executors.newFixedThreadPool(threads)) {
        for (var done : pool.invokeAll(work)) {
            count += done.get();
        }
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    double busy = (system.getProcessCpuTime() - cpu) / 1e9;
    return new double[] {
        count / elapsed, count / busy, allocated.get() / 1024.0 / count
    };
}

double median(List<double[]> values, int column) {
    double[] sorted = values.stream().mapToDouble(value -> value[column]).sorted().toArray();
    return sorted[sorted.length / 2];
}
