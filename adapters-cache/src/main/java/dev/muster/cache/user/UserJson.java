package dev.muster.cache.user;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.muster.domain.user.User;
import java.util.Optional;

/**
 * A person as JSON: the components of the record. Whatever another version of Muster wrote and this one can't read to the
 * letter is nobody, so it is loaded anew.
 */
final class UserJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private UserJson() {}

    static String write(User user) {
        try {
            return MAPPER.writeValueAsString(user);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a user consists of values that JSON has", impossible);
        }
    }

    static Optional<User> read(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, User.class));
        } catch (JsonProcessingException foreign) {
            return Optional.empty();
        }
    }
}
