package dev.muster.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class IntrospectTokenTest {

    private final AccountStage muster = new AccountStage();
    private final IntrospectToken introspectToken =
            new IntrospectToken(muster.accessTokens, muster.unitOfWork, muster.sessions, muster.users, muster.clock);
    private SignedIn signedIn;
    private Principal ann;

    @BeforeEach
    void signIn() {
        muster.join("ann");
        signedIn = muster.signIn("ann");
        ann = muster.principal(signedIn);
    }

    @Test
    void accessTokenIsToldOf() {
        Instant now = muster.clock.instant().truncatedTo(ChronoUnit.SECONDS);

        assertThat(introspectToken.introspect(ann, signedIn.accessToken())).hasValueSatisfying(token -> {
            assertThat(token.accessTokenId()).isNotNull();
            assertThat(token.user()).isEqualTo(ann.user());
            assertThat(token.username()).isEqualTo(new Username("ann"));
            assertThat(token.session()).isEqualTo(signedIn.session());
            assertThat(token.issuedAt()).isEqualTo(now);
            assertThat(token.expiresAt()).isEqualTo(now.plus(signedIn.accessLife()));
        });
    }

    @Test
    void refreshTokenIsToldOf() {
        Instant now = muster.stamps.now();

        assertThat(introspectToken.introspect(ann, signedIn.refreshToken())).hasValueSatisfying(token -> {
            assertThat(token.accessTokenId()).isNull();
            assertThat(token.session()).isEqualTo(signedIn.session());
            assertThat(token.issuedAt()).isEqualTo(now);
            assertThat(token.expiresAt()).isEqualTo(now.plus(signedIn.refreshLife()));
        });
    }

    @Test
    void tokensOfOthersAreToldOfByPermissionOnly() {
        muster.join("bob");
        Principal bob = muster.principal(muster.signIn("bob"));
        Principal permitted = new Principal(
                bob.user(), bob.session(), Set.of(Permission.TOKENS_INTROSPECT), bob.signedInAt(), bob.expiresAt());
        Principal otherwisePermitted = new Principal(
                bob.user(),
                bob.session(),
                Set.of(Permission.USERS_READ, Permission.USERS_WRITE, Permission.AUDIT_READ),
                bob.signedInAt(),
                bob.expiresAt());

        for (String token : new String[] {signedIn.accessToken(), signedIn.refreshToken()}) {
            assertThat(introspectToken.introspect(bob, token)).isEmpty();
            assertThat(introspectToken.introspect(otherwisePermitted, token)).isEmpty();
            assertThat(introspectToken.introspect(permitted, token))
                    .isPresent()
                    .isEqualTo(introspectToken.introspect(ann, token));
        }
    }

    @Test
    void whatIsNoTokenIsNotToldOf() {
        for (String token : new String[] {"", "unknown", "a.b.c", signedIn.accessToken() + "x"}) {
            assertThat(introspectToken.introspect(ann, token)).isEmpty();
        }
    }

    @Test
    void expiredTokensAreNotToldOf() {
        muster.clock.advance(signedIn.accessLife());
        assertThat(introspectToken.introspect(ann, signedIn.accessToken())).isEmpty();
        assertThat(introspectToken.introspect(ann, signedIn.refreshToken())).isPresent();

        muster.clock.advance(signedIn.refreshLife().minus(signedIn.accessLife()));
        assertThat(introspectToken.introspect(ann, signedIn.refreshToken())).isEmpty();
    }

    @Test
    void spentRefreshTokenIsNotToldOfThoughItIsAnsweredForAMoment() {
        SignedIn fresh = muster.refreshSession.refresh(signedIn.refreshToken());

        assertThat(introspectToken.introspect(ann, signedIn.refreshToken())).isEmpty();
        assertThat(introspectToken.introspect(ann, fresh.refreshToken())).isPresent();
        assertThat(introspectToken.introspect(ann, signedIn.accessToken())).isPresent();
    }

    @Test
    void tokensOfASessionThatHasEndedAreNotToldOf() {
        SignedIn other = muster.signIn("ann");
        muster.logOut.logOut(ann);

        assertThat(introspectToken.introspect(ann, signedIn.accessToken())).isEmpty();
        assertThat(introspectToken.introspect(ann, signedIn.refreshToken())).isEmpty();
        assertThat(introspectToken.introspect(ann, other.accessToken())).isPresent();
    }

    @Test
    void tokensOfAShutAccountAreNotToldOf() {
        muster.clock.advance(Duration.ofSeconds(1));
        muster.suspend("ann");

        assertThat(introspectToken.introspect(ann, signedIn.accessToken())).isEmpty();
        assertThat(introspectToken.introspect(ann, signedIn.refreshToken())).isEmpty();
    }
}
