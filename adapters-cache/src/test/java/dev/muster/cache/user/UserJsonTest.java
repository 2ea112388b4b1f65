package dev.muster.cache.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.User;
import dev.muster.testkit.user.UserFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserJsonTest {

    private final User user = UserFixture.everythingKnown();
    private final String json = UserJson.write(user);

    @Test
    void everythingComesBack() {
        assertThat(UserJson.read(json)).contains(user);
    }

    @Test
    void nothingButTheComponentsOfAPersonIsWritten() {
        assertThat(json)
                .startsWith("{\"id\":")
                .doesNotContainIgnoringCase("hash")
                .doesNotContainIgnoringCase("password")
                .doesNotContain("\"active\"", "\"details\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "hello", "{\"id\":1}", "{\"id\":{\"value\":\"x\"}}"})
    void whatIsNoPersonIsNobody(String text) {
        assertThat(UserJson.read(text)).isEmpty();
    }

    @Test
    void personOfAnotherVersionOfMusterIsNobody() {
        assertThat(UserJson.read(json.replace("\"version\":", "\"revision\":"))).isEmpty();
        assertThat(UserJson.read(json.replace("{\"id\":", "{\"nickname\":\"Ann\",\"id\":")))
                .isEmpty();
        assertThat(UserJson.read(json.replace("\"version\":1", "\"version\":null")))
                .isEmpty();
        assertThat(UserJson.read(json.replace("\"ACTIVE\"", "\"DREAMING\""))).isEmpty();
        assertThat(UserJson.read(json.replace("@example.org", ""))).isEmpty();
        assertThat(UserJson.read(json + json)).isEmpty();
    }
}
