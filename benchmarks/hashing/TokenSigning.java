import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSProvider;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Access tokens of RFC 9068 shape, signed and checked with Nimbus on the JDK's own providers: operations per second of
 * processor time on one thread, median of interleaved rounds. "forged" is a well-formed token with a wrong signature.
 */
void main() throws Exception {
    var rounds = Integer.getInteger("rounds", 7);
    Map<String, Work> candidates = new LinkedHashMap<>();
    algorithm(candidates, "RS256 (2048)", JWSAlgorithm.RS256, generate("RSA", 2048), null);
    algorithm(candidates, "RS256 (3072)", JWSAlgorithm.RS256, generate("RSA", 3072), null);
    algorithm(candidates, "ES256", JWSAlgorithm.ES256, generate("EC", 256), null);
    algorithm(candidates, "EdDSA (Ed25519)", JWSAlgorithm.EdDSA, generate("Ed25519", 255), null);
    long start = System.nanoTime();
    var corretto = AmazonCorrettoCryptoProvider.INSTANCE;
    corretto.assertHealthy();
    IO.println("Corretto's provider loaded in %d ms".formatted((System.nanoTime() - start) / 1_000_000));
    algorithm(candidates, "Corretto RS256 (2048)", JWSAlgorithm.RS256, generate("RSA", 2048), corretto);
    algorithm(candidates, "Corretto ES256", JWSAlgorithm.ES256, generate("EC", 256), corretto);
    algorithm(candidates, "Corretto EdDSA (Ed25519)", JWSAlgorithm.EdDSA, generate("Ed25519", 255), corretto);
    remembered(candidates);
    Map<String, List<Double>> results = new LinkedHashMap<>();
    for (int round = -2; round < rounds; round++) {
        for (var candidate : candidates.entrySet()) {
            double rate = measure(candidate.getValue());
            if (round >= 0) {
                results.computeIfAbsent(candidate.getKey(), _ -> new ArrayList<>()).add(rate);
            }
        }
    }
    results.forEach((name, rates) -> IO.println("%-40s %,12.0f /s %10.2f us"
            .formatted(name, median(rates), 1e6 / median(rates))));
}

interface Work {
    Object once() throws Exception;
}

KeyPair generate(String algorithm, int size) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    long start = System.nanoTime();
    KeyPair pair = generator.generateKeyPair();
    IO.println("%s %d: key pair in %d ms".formatted(algorithm, size, (System.nanoTime() - start) / 1_000_000));
    return pair;
}

void algorithm(Map<String, Work> candidates, String name, JWSAlgorithm algorithm, KeyPair pair, Provider provider) throws Exception {
    if (provider != null && !algorithm.equals(JWSAlgorithm.EdDSA)) {
        // Its own key objects: others' would be translated at every signature.
        var keys = KeyFactory.getInstance(pair.getPublic().getAlgorithm(), provider);
        pair = new KeyPair((PublicKey) keys.translateKey(pair.getPublic()), (PrivateKey) keys.translateKey(pair.getPrivate()));
    }
    JWSSigner signer = signer(pair.getPrivate(), provider);
    JWSVerifier verifier = verifier(pair.getPublic(), provider);
    String valid = token(algorithm, signer);
    String forged = token(algorithm, signer(another(pair), provider));
    IO.println("%s: token of %d characters".formatted(name, valid.length()));
    candidates.put(name + " sign", () -> token(algorithm, signer));
    candidates.put(name + " verify", () -> verified(valid, verifier, true));
    candidates.put(name + " forged", () -> verified(forged, verifier, false));
}

PrivateKey another(KeyPair pair) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(pair.getPublic().getAlgorithm());
    switch (pair.getPublic()) {
        case RSAPublicKey rsa -> generator.initialize(rsa.getModulus().bitLength());
        case ECPublicKey ec -> generator.initialize(ec.getParams().getCurve().getField().getFieldSize());
        default -> {}
    }
    return generator.generateKeyPair().getPrivate();
}

JWSSigner signer(PrivateKey key, Provider provider) throws Exception {
    return with(provider, switch (key) {
        case ECPrivateKey ec -> new ECDSASigner(ec);
        case PrivateKey other when other.getAlgorithm().equals("RSA") -> new RSASSASigner(other);
        default -> new Ed25519(key, null, new JCAContext());
    });
}

JWSVerifier verifier(PublicKey key, Provider provider) throws Exception {
    return with(provider, switch (key) {
        case ECPublicKey ec -> new ECDSAVerifier(ec);
        case RSAPublicKey rsa -> new RSASSAVerifier(rsa);
        default -> new Ed25519(null, key, new JCAContext());
    });
}

<T extends JWSProvider> T with(Provider provider, T signs) {
    signs.getJCAContext().setProvider(provider);
    return signs;
}

/** Nimbus' own Ed25519 needs Tink; the JDK's provider does the same. */
record Ed25519(PrivateKey signs, PublicKey checks, JCAContext context) implements JWSSigner, JWSVerifier {
    @Override
    public Base64URL sign(JWSHeader header, byte[] input) {
        try {
            var signature = signature();
            signature.initSign(signs);
            signature.update(input);
            return Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signed) {
        try {
            var signature = signature();
            signature.initVerify(checks);
            signature.update(input);
            return signature.verify(signed.decode());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Signature signature() throws GeneralSecurityException {
        var provider = context.getProvider();
        return provider == null ? Signature.getInstance("Ed25519") : Signature.getInstance("Ed25519", provider);
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.EdDSA);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}

String token(JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
    var header = new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt")).keyID("2026-01-key").build();
    var now = Instant.now();
    var claims = new JWTClaimsSet.Builder()
            .issuer("http://127.0.0.1:8080")
            .subject(UUID.randomUUID().toString())
            .audience("muster")
            .expirationTime(Date.from(now.plusSeconds(900)))
            .issueTime(Date.from(now))
            .jwtID(UUID.randomUUID().toString())
            .claim("client_id", "muster")
            .claim("sid", UUID.randomUUID().toString())
            .claim("roles", List.of("user"))
            .build();
    var jwt = new SignedJWT(header, claims);
    jwt.sign(signer);
    return jwt.serialize();
}

JWTClaimsSet verified(String token, JWSVerifier verifier, boolean expected) throws Exception {
    var jwt = SignedJWT.parse(token);
    if (jwt.verify(verifier) != expected) {
        throw new IllegalStateException("verification");
    }
    return jwt.getJWTClaimsSet();
}

/** What a hit costs when the token itself is the key and when its digest is; every request brings a new String. */
void remembered(Map<String, Work> candidates) throws Exception {
    Cache<String, Object> byToken = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(15)).build();
    Cache<ByteBuffer, Object> byDigest = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(15)).build();
    JWSSigner signer = signer(generate("EC", 256).getPrivate(), null);
    List<byte[]> tokens = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
        String token = token(JWSAlgorithm.ES256, signer);
        tokens.add(token.getBytes(StandardCharsets.US_ASCII));
        byToken.put(token, token);
        byDigest.put(digest(token), token);
    }
    int[] next = {0};
    candidates.put("remembered by token", () -> found(byToken.getIfPresent(fresh(tokens, next))));
    candidates.put("remembered by SHA-256 of token", () -> found(byDigest.getIfPresent(digest(fresh(tokens, next)))));
}

String fresh(List<byte[]> tokens, int[] next) {
    return new String(tokens.get(next[0]++ % tokens.size()), StandardCharsets.ISO_8859_1);
}

ByteBuffer digest(String token) throws GeneralSecurityException {
    return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
}

Object found(Object value) {
    if (value == null) {
        throw new IllegalStateException("not remembered");
    }
    return value;
}

double measure(Work work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    int count = 0;
    Object last = null;
    while (System.nanoTime() - start < 300_000_000L) {
        for (int i = 0; i < 20; i++) {
            last = work.once();
            count++;
        }
    }
    return last == null ? 0 : count / ((threads.getCurrentThreadCpuTime() - cpu) / 1e9);
}

double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
}
