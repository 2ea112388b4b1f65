package dev.muster.web.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

    @Test
    void textIsWrittenWithoutEscapes() throws JsonProcessingException {
        assertThat(StrictJson.mapper().writeValueAsBytes("é€😀")).isEqualTo("\"é€😀\"".getBytes(UTF_8));
    }
}
