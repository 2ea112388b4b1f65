package dev.muster.security.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.TokenAlgorithm;
import dev.muster.domain.session.TokenPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Provider;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JWTs signed with ES256 or RS256, as each key demands; the policy says what new keys are for (RFC 9068, section 2.1). */
@Singleton
final class JwtAccessTokens implements AccessTokens {

    /** Ours have about 500 characters. */
    private static final int MAX_LENGTH = 4096;

    /** A JWS in the compact form (RFC 7515, section 3.1). The library would overlook what is not base64url in it. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    private final TokenAlgorithm algorithm;
    private final JwtClaims claims;
    private final KeySeal seal;
    private final Supplier<Optional<Provider>> faster;
    private final AtomicBoolean lookedForFaster = new AtomicBoolean();
    private volatile KeyRing ring;
    private List<SigningKey> keys = List.of();
    private @Nullable Provider provider;

    @Inject
    JwtAccessTokens(TokenPolicy policy, MasterKey master) {
        this(policy, master, NativeSignatures::find);
    }

    /** @param faster what computes signatures faster than the platform, if anything; asked once */
    JwtAccessTokens(TokenPolicy policy, MasterKey master, Supplier<Optional<Provider>> faster) {
        this.algorithm = policy.algorithm();
        this.claims = new JwtClaims(policy);
        this.seal = new KeySeal(master);
        this.faster = faster;
        this.ring = KeyRing.open(keys, claims, seal, null);
    }

    @Override
    public SigningKey generateKey(Instant now) {
        try {
            JWK key = JwtKey.generate(algorithm);
            String sealed = seal.seal(key.getKeyID(), key.toJSONString());
            String published = key.toPublicJWK().toJSONString();
            return new SigningKey(key.getKeyID(), algorithm.name(), published, sealed, now, null);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has P-256 and RSA", impossible);
        }
    }

    @Override
    public synchronized void use(List<SigningKey> newKeys) {
        if (newKeys.isEmpty()) {
            throw new IllegalStateException("no signing key to work with");
        }
        if (!newKeys.equals(keys)) {
            ring = KeyRing.open(newKeys, claims, seal, provider);
            keys = List.copyOf(newKeys);
        }
    }

    private synchronized void use(Provider found) {
        ring = KeyRing.open(keys, claims, seal, found);
        provider = found;
    }

    @Override
    public String sign(AccessToken token) {
        lookForFaster();
        return ring.sign(token);
    }

    @Override
    public Optional<AccessToken> verify(String token, Instant now) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        KeyRing current = ring;
        Optional<AccessToken> known = current.findVerified(token, now);
        if (known.isPresent()) {
            return known;
        }
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        lookForFaster();
        try {
            return current.verify(token, now);
        } catch (ParseException | JOSEException | RuntimeException garbage) {
            // Of any kind: the library's parser throws a NullPointerException for a header that says null, for one.
            return Optional.empty();
        }
    }

    @Override
    public String jwks() {
        return ring.jwks();
    }

    /** At the first signature and beside it, so that neither the start nor a request waits for it. */
    private void lookForFaster() {
        if (!lookedForFaster.get() && lookedForFaster.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("native-signatures")
                    .start(() -> faster.get().ifPresent(this::use));
        }
    }
}
