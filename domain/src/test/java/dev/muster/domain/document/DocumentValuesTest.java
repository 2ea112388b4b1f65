package dev.muster.domain.document;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

final class DocumentValuesTest {

    @Test
    void titleIsALineOf200Characters() {
        assertThat(new DocumentTitle(" Plan 🚀 ").value()).isEqualTo("Plan 🚀");
        assertThat(new DocumentTitle("🚀".repeat(200)).value()).hasSize(400);
        assertRefused(FieldError.REQUIRED, () -> new DocumentTitle(" "));
        assertRefused(FieldError.TOO_LONG, () -> new DocumentTitle("a".repeat(201)));
        assertRefused(FieldError.INVALID_CHARACTER, () -> new DocumentTitle("a\tb"));
    }

    @Test
    void noteIsALineOf500Characters() {
        assertThat(new VersionNote(" Better ").value()).isEqualTo("Better");
        assertThat(new VersionNote("🚀".repeat(500)).value()).hasSize(1000);
        assertRefused(FieldError.REQUIRED, () -> new VersionNote(""));
        assertRefused(FieldError.TOO_LONG, () -> new VersionNote("a".repeat(501)));
        assertRefused(FieldError.INVALID_CHARACTER, () -> new VersionNote("a\nb"));
    }

    @Test
    void contentIsAnyTextOf512KibibytesInUtf8() {
        assertThat(new DocumentContent("").bytes()).isZero();
        assertThat(new DocumentContent(" a\r\n\tb ").text()).isEqualTo(" a\r\n\tb ");
        assertThat(new DocumentContent("a".repeat(524_288)).bytes()).isEqualTo(524_288);
        assertThat(new DocumentContent("🚀".repeat(131_072)).bytes()).isEqualTo(524_288);
        assertRefused(FieldError.TOO_LONG, () -> new DocumentContent("a".repeat(524_289)));
        assertRefused(FieldError.TOO_LONG, () -> new DocumentContent("a" + "🚀".repeat(131_072)));
        assertRefused(FieldError.INVALID_CHARACTER, () -> new DocumentContent("a\0"));
        assertRefused(FieldError.INVALID_CHARACTER, () -> new DocumentContent("\ud83d"));
    }

    @Test
    void checksumIsTheOneThatOtherProgramsPrint() {
        assertThat(new DocumentContent("").checksum())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(new DocumentContent("abc").checksum())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new DocumentContent("ä").checksum())
                .isEqualTo("33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc");
    }

    @Property
    void bytesAreThoseOfUtf8(@ForAll @AlphaChars String letters) {
        String text = letters + "ä柵🚀";

        assertThat(new DocumentContent(text).bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void contentStaysOutOfLogs() {
        assertThat(new DocumentContent("private")).hasToString("DocumentContent[7 bytes]");
    }

    @Test
    void idIsPrintedAsItIs() {
        var id = new DocumentId(new java.util.UUID(1, 2));

        assertThat(id).hasToString("00000000-0000-0001-0000-000000000002");
    }
}
