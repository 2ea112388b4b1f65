package dev.muster.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void namesAndValuesAreDecoded() {
        assertThat(parse("a=b&c%20d=e+f%3D%26%2B&%C3%BC=%F0%9F%98%80").parameters())
                .isEqualTo(Map.of("a", "b", "c d", "e f=&+", "ü", "😀"));
        assertThat(parse("a=b=c").find("a")).isEqualTo("b=c");
    }

    @Test
    void whatHasNoValueIsAsIfItWereNotThere() {
        assertThat(parse("a=&b&c=d").parameters()).isEqualTo(Map.of("c", "d"));
        assertThat(parse("a=").find("a")).isNull();
        assertThatExceptionOfType(OAuthRefusal.class)
                .isThrownBy(() -> parse("a=").require("a"))
                .withMessageContaining("a is missing")
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(OAuthError.INVALID_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=b&a=b",
                "a=b&a=",
                "a&a",
                "a=b&%61=c",
                "unknown=1&unknown=2",
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%-1",
                "a=%C3",
                "a=%C3%28",
                "a=%ED%A0%80",
                "a=%FF",
                "a=ü",
                "ü=a",
                "&&",
            })
    void anythingElseIsRefused(String body) {
        assertThatExceptionOfType(OAuthRefusal.class)
                .isThrownBy(() -> parse(body))
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(OAuthError.INVALID_REQUEST);
                    assertThat(refusal.description()).matches("[ -~&&[^%\"\\\\]]+");
                });
    }

    @Test
    void nothingWithASecretCanBePrinted() {
        Form form = parse("grant_type=refresh_token&refresh_token=secret&token=secret");

        assertThat(form.toString()).contains("grant_type").doesNotContain("secret");
        assertThat(TokenForm.from(form).toString()).doesNotContain("secret");
        assertThat(OneTokenForm.from(form).toString()).doesNotContain("secret");
        assertThat(new OAuthTokensResponse("secret", "Bearer", 1, "secret").toString())
                .doesNotContain("secret");
    }

    private static Form parse(String body) {
        return Form.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
