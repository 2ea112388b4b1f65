package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = TrustedProxies.of("10.0.0.0/8, 192.0.2.128/25,2001:db8::/32,::1");

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,      198.51.100.7,                        198.51.100.7",
        "10.1.2.3,      '203.0.113.9, 198.51.100.7',         198.51.100.7",
        "10.1.2.3,      '198.51.100.7, 10.9.9.9,192.0.2.200', 198.51.100.7",
        "10.1.2.3,      '198.51.100.7, 192.0.2.100',         192.0.2.100",
        "2001:db8::9,   2a00::1,                             2a00::1",
        "::1,           198.51.100.7,                        198.51.100.7",
        "10.1.2.3,      '10.0.0.1, 10.0.0.2',                10.0.0.1",
        "11.1.2.3,      198.51.100.7,                        11.1.2.3",
        "2001:db9::9,   198.51.100.7,                        2001:db9::9",
        "10.1.2.3,      '198.51.100.7, 10.9.9.9, unknown',   10.1.2.3",
        "10.1.2.3,      '198.51.100.7, junk, 10.9.9.9',      10.9.9.9",
        "10.1.2.3,      '',                                  10.1.2.3",
        "10.1.2.3,      ',,,',                               10.1.2.3",
        "10.1.2.3,      198.51.100.7:80,                     10.1.2.3",
        "10.1.2.3,      198.51,                              10.1.2.3",
        "10.1.2.3,      999.1.1.1,                           10.1.2.3",
        "10.1.2.3,      localhost,                           10.1.2.3",
    })
    void clientIsTheLastWhoIsNoTrustedProxy(String peer, String header, String client) {
        assertThat(PROXIES.client(InetAddress.ofLiteral(peer), List.of(header)))
                .isEqualTo(InetAddress.ofLiteral(client));
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(PROXIES.client(InetAddress.ofLiteral("10.0.0.1"), List.of("203.0.113.9", "198.51.100.7, 10.0.0.2")))
                .isEqualTo(InetAddress.ofLiteral("198.51.100.7"));
    }

    @Test
    void endlessListIsReadForAWhile() {
        List<String> hops = Collections.nCopies(4000, "10.0.0.7");

        assertThat(PROXIES.client(InetAddress.ofLiteral("10.0.0.1"), hops))
                .isEqualTo(InetAddress.ofLiteral("10.0.0.7"));
    }

    @Test
    void nobodyIsBelievedUnlessTrusted() {
        InetAddress peer = InetAddress.getLoopbackAddress();

        assertThat(TrustedProxies.NONE.client(peer, List.of("198.51.100.7"))).isEqualTo(peer);
        assertThat(TrustedProxies.NONE.client(null, List.of("198.51.100.7"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.1", "10.0.0.1,"})
    void refusesWhatIsNeitherAddressNorNetwork(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.of(list));
    }
}
