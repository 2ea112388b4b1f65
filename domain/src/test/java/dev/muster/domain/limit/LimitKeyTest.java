package dev.muster.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitKeyTest {

    @Test
    void everyIpv4AddressCountsForItself() {
        assertThat(LimitKey.ofAddress("192.0.2.1"))
                .isEqualTo(LimitKey.ofAddress("192.0.2.1"))
                .isNotEqualTo(LimitKey.ofAddress("192.0.2.2"));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff",
        "2001:db8::, 2001:0db8:0000:0000:0000:0000:0000:0001",
        "2001:DB8:0:1::1, 2001:db8:0:1::2"
    })
    void ipv6AddressesOfOneNetworkCountTogether(String one, String other) {
        assertThat(LimitKey.ofAddress(one)).isEqualTo(LimitKey.ofAddress(other));
    }

    @Test
    void ipv6AddressesOfOtherNetworksCountApart() {
        assertThat(LimitKey.ofAddress("2001:db8:0:1::1"))
                .isNotEqualTo(LimitKey.ofAddress("2001:db8:0:2::1"))
                .isNotEqualTo(LimitKey.ofAddress("192.0.2.1"));
    }

    @Test
    void ipv4AddressWrittenAsIpv6CountsAsItself() {
        assertThat(LimitKey.ofAddress("::ffff:192.0.2.1")).isEqualTo(LimitKey.ofAddress("192.0.2.1"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "localhost", "example.org", "192.0.2.256", "2001:db8::1::2", " "})
    void whatIsNoAddressCountsAsOne(@Nullable String address) {
        assertThat(LimitKey.ofAddress(address)).isEqualTo("unknown");
    }

    @Test
    void signInCountsByIdentifierAndAddress() {
        String ann = LimitKey.ofSignIn("ann", "192.0.2.1");

        assertThat(LimitKey.ofSignIn(" ANN ", "192.0.2.1")).isEqualTo(ann);
        assertThat(LimitKey.ofSignIn("bob", "192.0.2.1")).isNotEqualTo(ann);
        assertThat(LimitKey.ofSignIn("ann", "192.0.2.2")).isNotEqualTo(ann);
        assertThat(LimitKey.ofSignIn("ann", null)).isNotEqualTo(ann);
    }
}
