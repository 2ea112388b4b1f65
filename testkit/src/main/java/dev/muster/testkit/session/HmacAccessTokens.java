package dev.muster.testkit.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Access tokens for tests: fast, not forged by chance, and of no known form: {@code kid.content.mac}. The secret of a key
 * follows from the master key, so nothing has to be sealed but the proof that the master key is the same.
 */
public final class HmacAccessTokens implements AccessTokens {

    private final String masterKey;
    private volatile List<SigningKey> keys = List.of();

    /** @param masterKey the same for the nodes of one installation */
    public HmacAccessTokens(String masterKey) {
        this.masterKey = masterKey;
    }

    @Override
    public SigningKey generateKey(Instant now) {
        String id = UUID.randomUUID().toString();
        return new SigningKey(id, "test", "{\"kty\":\"test\",\"kid\":\"" + id + "\"}", proof(id), now, null);
    }

    @Override
    public void use(List<SigningKey> accepted) {
        List<SigningKey> newestFirst = accepted.stream()
                .sorted(Comparator.comparing(SigningKey::notBefore).reversed())
                .toList();
        if (newestFirst.isEmpty()) {
            throw new IllegalStateException("no signing key to work with");
        }
        SigningKey newest = newestFirst.getFirst();
        if (!newest.sealedPrivate().equals(proof(newest.id()))) {
            throw new IllegalStateException(
                    "the signing key was sealed under another master key; see MUSTER_SECRET_KEY");
        }
        keys = newestFirst;
    }

    @Override
    public String sign(AccessToken token) {
        String roles = token.roles().stream().map(Role::name).collect(joining(","));
        String content = Stream.of(
                        token.id(),
                        token.subject(),
                        token.session(),
                        roles,
                        token.issuedAt().getEpochSecond(),
                        token.expiresAt().getEpochSecond())
                .map(String::valueOf)
                .collect(joining("~"));
        String unsigned = signingAt(token.issuedAt()).id() + "." + content;
        return unsigned + "." + mac(unsigned);
    }

    @Override
    public Optional<AccessToken> verify(String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || keys.stream().noneMatch(key -> key.id().equals(parts[0]) && !hasRetired(key, now))) {
            return Optional.empty();
        }
        byte[] expected = mac(parts[0] + "." + parts[1]).getBytes(UTF_8);
        if (!MessageDigest.isEqual(expected, parts[2].getBytes(UTF_8))) {
            return Optional.empty();
        }
        return Optional.of(read(parts[1]))
                .filter(read -> now.isBefore(read.expiresAt()))
                .filter(read -> !now.plusSeconds(60).isBefore(read.issuedAt()));
    }

    @Override
    public String jwks() {
        return keys.stream().map(SigningKey::publicJwk).collect(joining(",", "{\"keys\":[", "]}"));
    }

    private SigningKey signingAt(Instant time) {
        List<SigningKey> able =
                keys.stream().filter(key -> !hasRetired(key, time)).toList();
        if (able.isEmpty()) {
            throw new IllegalStateException("no signing key is in use");
        }
        return able.stream()
                .filter(key -> !time.isBefore(key.notBefore()))
                .findFirst()
                .orElseGet(able::getLast);
    }

    private static boolean hasRetired(SigningKey key, Instant now) {
        return key.retireAt() != null && !now.isBefore(key.retireAt());
    }

    private static AccessToken read(String content) {
        String[] fields = content.split("~", -1);
        Set<Role> roles = Arrays.stream(fields[3].split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::new)
                .collect(Collectors.toSet());
        return new AccessToken(
                UUID.fromString(fields[0]),
                new UserId(UUID.fromString(fields[1])),
                new SessionId(UUID.fromString(fields[2])),
                roles,
                Instant.ofEpochSecond(Long.parseLong(fields[4])),
                Instant.ofEpochSecond(Long.parseLong(fields[5])));
    }

    private String mac(String unsigned) {
        return TokenHash.of(masterKey + "\n" + unsigned + "\n" + masterKey).hex();
    }

    private String proof(String id) {
        return TokenHash.of(masterKey + "\nseal\n" + id).hex();
    }
}
