package dev.muster.testkit.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordBlocklist;
import dev.muster.testkit.shared.Race;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a {@link PasswordBlocklist} promises. A test class of the adapter implements this interface and gives a list that
 * holds {@code password1234}, {@code 123456789012} and {@code qwertyuiop123}, among others.
 */
public interface PasswordBlocklistContract {

    /** What is tested. */
    PasswordBlocklist blocklist();

    @ParameterizedTest
    @ValueSource(
            strings = {"password1234", "Password1234", "PASSWORD1234", "pAssWord1234", "123456789012", "qwertyUIOP123"})
    default void commonPasswordIsListedInAnyCase(String common) {
        assertThat(blocklist().contains(new Password(common))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "password1234 ",
                " password1234",
                "password1234\n",
                "\npassword1234",
                "password1234\n123456789012",
                "assword1234",
                "\n",
                "\0",
                "\uffff",
                "passw\u00f6rd1234",
                "\ud83d\ude80"
            })
    default void anotherPasswordIsNotListed(String other) {
        assertThat(blocklist().contains(new Password(other))).isFalse();
    }

    @Test
    default void longestPasswordIsLookedUp() {
        assertThat(blocklist().contains(new Password("a".repeat(Password.MAX_UNITS))))
                .isFalse();
    }

    @Test
    default void manyThreadsAskAtOnce() {
        assertThat(Race.values(Race.of(thread -> blocklist().contains(new Password("password1234")))))
                .containsOnly(true);
    }
}
