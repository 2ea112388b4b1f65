package dev.muster.security.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordBlocklist;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.testkit.user.PasswordBlocklistContract;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SortedPasswordBlocklistTest implements PasswordBlocklistContract {

    private final PasswordBlocklist blocklist = new SortedPasswordBlocklist();

    @Override
    public PasswordBlocklist blocklist() {
        return blocklist;
    }

    @Test
    void listIsSortedAndInLowerCase() {
        assertThat(shipped())
                .allMatch(line -> line.matches("[ -@\\[-~]{8,64}"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPasswordOfTheListIsFoundAndNoneBesideIt() {
        List<String> shipped = shipped();

        assertThat(shipped).allMatch(line -> blocklist.contains(new Password(line)));
        assertThat(shipped.stream().limit(5000)).noneMatch(line -> blocklist.contains(new Password(line + "\u00e9")));
    }

    /** OWASP ASVS 5.0, 6.2.4: at least the 3,000 most common that the policy would allow. */
    @Test
    void listHoldsManyThatTheLengthAllows() {
        assertThat(shipped()).hasSizeGreaterThan(100_000);
        assertThat(shipped().stream().filter(line -> line.length() >= PasswordPolicy.DEFAULT.minLength()))
                .hasSizeGreaterThan(40_000);
    }

    @Test
    void withoutItsListNothingIsAccepted() {
        InputStream damaged = new ByteArrayInputStream(new byte[] {1, 2, 3});

        assertThatThrownBy(() -> SortedPasswordBlocklist.read(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> SortedPasswordBlocklist.read(damaged))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("damaged");
    }

    private static List<String> shipped() {
        InputStream list = SortedPasswordBlocklist.class.getResourceAsStream("common-passwords.txt.gz");
        byte[] lines = SortedPasswordBlocklist.read(list);
        return Arrays.asList(new String(lines, StandardCharsets.US_ASCII).split("\n"));
    }
}
