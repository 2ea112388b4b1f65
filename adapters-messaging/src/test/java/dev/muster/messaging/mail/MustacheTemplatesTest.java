package dev.muster.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailTemplates;
import dev.muster.testkit.mail.MailTemplatesContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MustacheTemplatesTest implements MailTemplatesContract {

    private static final MailTemplates TEMPLATES = new MustacheTemplates();
    private static final Map<String, String> EVERYTHING = Map.of(
            "name", "Ann",
            "ip", "192.0.2.7",
            "device", "Firefox 145.0 on Linux",
            "email", "new@example.org",
            "until", "2026-03-02T10:00:00Z");

    @Override
    public MailTemplates templates() {
        return TEMPLATES;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PASSWORD_RESET_WANTED", "VERIFICATION_WANTED"})
    void templatesTellWhatIsDeclaredAndNothingElse(LetterKind kind) {
        Set<String> always = new TreeSet<>(Set.of("name", "subject", "at", "link", "."));
        Set<String> declared = Wording.of(kind).orElseThrow().details();

        for (Template template : new Template[] {MustacheTemplates.text(kind), MustacheTemplates.html(kind)}) {
            Tags tags = Tags.of(template);
            assertThat(tags.sections()).isEqualTo(declared);
            assertThat(tags.variables()).isSubsetOf(always);
            assertThat(tags.variables().contains("link"))
                    .isEqualTo(kind.purpose().isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PASSWORD_RESET_WANTED", "VERIFICATION_WANTED"})
    void everyDetailThatIsDeclaredIsShownInBothParts(LetterKind kind) {
        Mail mail = write(kind, EVERYTHING);

        for (String detail : Wording.of(kind).orElseThrow().details()) {
            String shown = detail.equals("until") ? "2 March 2026 at 10:00 UTC" : EVERYTHING.get(detail);
            assertThat(mail.text()).contains(shown);
            assertThat(mail.html()).contains(shown);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PASSWORD_RESET_WANTED", "VERIFICATION_WANTED"})
    void htmlLoadsNothingAndLinksNowhereElse(LetterKind kind) {
        Mail mail = write(kind, EVERYTHING);

        assertThat(mail.html())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>" + mail.subject() + "</title>", "<h1 style=\"font-size: 20px\">" + mail.subject())
                .doesNotContain("src=", "url(", "<img", "<script", "<link", "{{", "}}");
        String withoutTheLink = mail.html().replace(LINK.toString().replace("&", "&amp;"), "");
        assertThat(withoutTheLink).doesNotContain("://");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PASSWORD_RESET_WANTED", "VERIFICATION_WANTED"})
    void plainTextFitsOnAScreen(LetterKind kind) {
        Mail mail = write(kind, EVERYTHING);

        assertThat(mail.subject()).startsWith("Muster: ").hasSizeLessThan(60);
        assertThat(mail.text()).startsWith("Hello Ann,\n\n").doesNotContain("{{", "}}", "\n\n\n", "\r", "&amp;");
        assertThat(mail.text().replace(LINK.toString(), "").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void letterWithALinkLooksAsItShould() throws IOException {
        Mail mail = write(LetterKind.RESET_PASSWORD, EVERYTHING);

        assertThat(mail.subject()).isEqualTo("Muster: choose a new password");
        assertThat(mail.text()).isEqualTo(golden("reset_password.golden.txt"));
        assertThat(mail.html()).isEqualTo(golden("reset_password.golden.html"));
    }

    @Test
    void letterWithoutDetailsLooksAsItShould() throws IOException {
        Mail mail = write(LetterKind.ACCOUNT_DELETED, Map.of("name", "Ann", "ip", ""));

        assertThat(mail.text()).isEqualTo(golden("account_deleted.golden.txt"));
        assertThat(mail.html()).isEqualTo(golden("account_deleted.golden.html"));
    }

    @Test
    void nameCannotAdvertise() {
        Mail mail = write(LetterKind.VERIFY_EMAIL, Map.of("name", "Win at https://evil.example/now"));

        assertThat(mail.text()).startsWith("Hello Win at https evil. example now,\n");
        assertThat(mail.html()).doesNotContain("evil.example");
    }

    @Test
    void detailTakesNoOthersPlace() {
        Map<String, String> details =
                Map.of("name", "Ann", "link", "https://evil.example", "subject", "evil", "at", "evil", "body", "evil");

        Mail mail = write(LetterKind.RESET_PASSWORD, details);

        assertThat(mail.text()).doesNotContain("evil");
        assertThat(mail.html()).doesNotContain("evil");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(MustacheTemplatesTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private record Tags(Set<String> variables, Set<String> sections) {

        static Tags of(Template template) {
            Tags tags = new Tags(new TreeSet<>(), new TreeSet<>());
            template.visit(new Mustache.Visitor() {
                @Override
                public void visitText(String text) {}

                @Override
                public void visitVariable(String name) {
                    tags.variables.add(name);
                }

                @Override
                public boolean visitInclude(String name) {
                    return true;
                }

                @Override
                public boolean visitSection(String name) {
                    tags.sections.add(name);
                    return true;
                }

                @Override
                public boolean visitInvertedSection(String name) {
                    return visitSection(name);
                }
            });
            return tags;
        }
    }
}
