package dev.muster.security.session;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.TokenPolicy;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The claims of an access token (RFC 9068, section 2.2), made and checked by one policy. */
record JwtClaims(TokenPolicy policy) {

    private static final String CLIENT = "client_id";
    private static final String SESSION = "sid";
    private static final String ROLES = "roles";

    /** How far ahead the clock of the node may be that issued a token. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    JWTClaimsSet of(AccessToken token) {
        return new JWTClaimsSet.Builder()
                .issuer(policy.issuer())
                .subject(token.subject().toString())
                .audience(policy.audience())
                .expirationTime(Date.from(token.expiresAt()))
                .issueTime(Date.from(token.issuedAt()))
                .jwtID(token.id().toString())
                .claim(CLIENT, policy.clientId())
                .claim(SESSION, token.session().toString())
                .claim(ROLES, token.roles().stream().map(Role::name).sorted().toList())
                .build();
    }

    /** What the claims say; empty if they are not of our tokens, not for us, or not valid at the time. */
    Optional<AccessToken> read(JWTClaimsSet claims, Instant now) throws ParseException {
        boolean ours = policy.issuer().equals(claims.getIssuer())
                && claims.getAudience().contains(policy.audience())
                && claims.getStringClaim(CLIENT) != null;
        boolean begun = claims.getNotBeforeTime() == null
                || !now.isBefore(claims.getNotBeforeTime().toInstant());
        if (!ours || !begun || claims.getIssueTime() == null || claims.getExpirationTime() == null) {
            return Optional.empty();
        }
        return token(claims).filter(token -> isCurrent(token, now));
    }

    static boolean isCurrent(AccessToken token, Instant now) {
        return now.isBefore(token.expiresAt()) && !now.plus(CLOCK_SKEW).isBefore(token.issuedAt());
    }

    private static Optional<AccessToken> token(JWTClaimsSet claims) throws ParseException {
        String session = claims.getStringClaim(SESSION);
        List<String> roles = claims.getStringListClaim(ROLES);
        if (claims.getJWTID() == null || claims.getSubject() == null || session == null || roles == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AccessToken(
                    UUID.fromString(claims.getJWTID()),
                    new UserId(UUID.fromString(claims.getSubject())),
                    new SessionId(UUID.fromString(session)),
                    roles(roles),
                    claims.getIssueTime().toInstant(),
                    claims.getExpirationTime().toInstant()));
        } catch (IllegalArgumentException | Invalid notOurs) {
            return Optional.empty();
        }
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream().map(Role::new).collect(Collectors.toUnmodifiableSet());
    }
}
