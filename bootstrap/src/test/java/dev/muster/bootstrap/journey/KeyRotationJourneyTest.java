package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.id.Issuer;
import dev.muster.application.session.RotateSigningKeys;
import dev.muster.bootstrap.database.Login;
import dev.muster.bootstrap.server.Database;
import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.session.SigningKey;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys are replaced by a command while two nodes serve, and a resource server of someone else's verifies (requirement A14). */
final class KeyRotationJourneyTest {

    private static final Duration IN_TIME = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private IssuerRunning first;
    private Server second;
    private ResourceServer resourceServer;
    private Person person;

    @BeforeEach
    void start() throws Exception {
        first = IssuerRunning.start();
        second = first.startAnother();
        resourceServer = ResourceServer.of(AuthorizationServerMetadata.resolve(new Issuer(first.issuer())));
        person = Person.join(first.caller());
    }

    @AfterEach
    void stop() {
        second.close();
        first.close();
    }

    @Test
    void noValidTokenIsRefusedWhenKeysAreReplacedInTurn() throws Exception {
        String before = token(first.caller());
        resourceServer.verify(before);

        SigningKey fresh = rotate(RotateSigningKeys::rotate);

        assertThat(timeUntil(() -> publishes(first.caller(), fresh))).isLessThan(IN_TIME);
        assertThat(timeUntil(() -> publishes(there(), fresh))).isLessThan(IN_TIME);
        assertThat(kid(token(first.caller()))).isEqualTo(kid(before)).isNotEqualTo(fresh.id());

        bringIntoForce(fresh);
        assertThat(timeUntil(() -> kid(token(there())).equals(fresh.id()))).isLessThan(IN_TIME);
        String after = token(first.caller());
        assertThat(kid(after)).isEqualTo(fresh.id());
        resourceServer.verify(after);
        resourceServer.verify(before);
        there().withToken(before).get("/v1/me").expect(200);
        first.caller().withToken(after).get("/v1/me").expect(200);
    }

    @Test
    void tokensOfCompromisedKeysAreRefusedOnBothNodesInTime() throws Exception {
        var tokens = person.tokens();
        String before = tokens.required("access_token").asText();
        there().withToken(before).get("/v1/me").expect(200);

        SigningKey fresh = rotate(RotateSigningKeys::rotateAtOnce);

        assertThat(timeUntil(() -> isRefused(first.caller(), before))).isLessThan(IN_TIME);
        assertThat(timeUntil(() -> isRefused(there(), before))).isLessThan(IN_TIME);
        String after = there().post(
                        "/v1/auth/refresh",
                        "{\"refresh_token\": \""
                                + tokens.required("refresh_token").asText() + "\"}")
                .expect(200)
                .text("access_token");
        assertThat(kid(after)).isEqualTo(fresh.id());
        first.caller().withToken(after).get("/v1/me").expect(200);
        resourceServer.verify(after);
        assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> resourceServer.verify(before));
    }

    private SigningKey rotate(Function<RotateSigningKeys, SigningKey> rotation) {
        var login = new Login(first.database().user(), first.database().password());
        var database = new Database(first.database().jdbcUrl(), login, login, "");
        try (UseCases useCases = UseCases.over(Settings.read(new Environment(first.variables())), database)) {
            return rotation.apply(useCases.require(RotateSigningKeys.class));
        }
    }

    /** As time would: all keys become an hour older, and this one, which is to sign in an hour, a little more. */
    private void bringIntoForce(SigningKey key) throws SQLException {
        first.database()
                .execute("update muster.signing_keys set not_before = case when kid = '" + key.id()
                        + "' then now() - interval '1 second' else not_before - interval '1 hour' end");
    }

    private Caller there() {
        return new Caller(second.address(), null, null);
    }

    private String token(Caller node) {
        return new Person(node, person.name()).tokens().required("access_token").asText();
    }

    private static boolean publishes(Caller node, SigningKey key) {
        return node.get("/.well-known/jwks.json").expect(200).body().contains(key.id());
    }

    private static boolean isRefused(Caller node, String token) {
        return node.withToken(token).get("/v1/me").status() == 401;
    }

    private static String kid(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static Duration timeUntil(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as("time in vain").isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
