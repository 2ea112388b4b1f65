package dev.muster.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TokenTest {

    private static final UUID ID = UUID.fromString("019cadbe-1a2b-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void hashIsTheSha256OfTheSecret() {
        TokenHash hash = TokenHash.of("abc");

        // FIPS 180-2, appendix B.1
        assertThat(hash.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(TokenHash.of(hash.bytes())).isEqualTo(hash);
        assertThat(hash.bytes()).hasSize(32);
    }

    @Test
    void neitherHashNorKeyIsPrinted() {
        assertThat(TokenHash.of("abc")).hasToString("TokenHash[***]");
        assertThat(new SigningKey("kid-1", "EdDSA", "{}", "s3cret", NOW, null)).hasToString("SigningKey[kid-1]");
    }

    @Test
    void rolesAndPermissionsAreOnesOwn() {
        Set<Role> roles = new HashSet<>(Set.of(Role.USER));
        Set<Permission> permissions = EnumSet.of(Permission.USERS_READ);
        UserId user = new UserId(ID);
        SessionId session = new SessionId(ID);
        AccessToken token = new AccessToken(ID, user, session, roles, NOW, NOW);
        Principal principal = new Principal(user, session, permissions, NOW, NOW);
        Session stored = Session.begun(session, user, new Device(null, null, null), NOW, SessionPolicy.DEFAULT);
        Sessions.Standing standing = new Sessions.Standing(stored, permissions);
        roles.add(Role.ADMIN);
        permissions.add(Permission.ROLES_WRITE);

        assertThat(token.roles()).containsExactly(Role.USER);
        assertThat(principal.permissions()).containsExactly(Permission.USERS_READ);
        assertThat(standing.permissions()).containsExactly(Permission.USERS_READ);
    }

    @Test
    void policyTellsWhoseTokensAreAccepted() {
        TokenPolicy policy = new TokenPolicy("https://muster.example", "api", "web");

        assertThat(policy.issuer()).isEqualTo("https://muster.example");
    }
}
