package dev.muster.messaging.mail;

import dev.muster.domain.mail.MailFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of SMTP means. Once the server knows the password or the mail nothing is repeated of what it says but
 * its codes (RFC 5321, section 4.2; RFC 3463), as it may quote either.
 */
final class SmtpFailure {

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

    private SmtpFailure() {}

    static MailFailure of(MessagingException failure) {
        return chain(failure)
                .flatMap(link -> meaning(link).stream())
                .findFirst()
                // From before the server was told anything.
                .orElseGet(() ->
                        new MailFailure("No mail can be handed over: " + Shown.line(failure.getMessage()), false));
    }

    /** What broke the connection comes first, as it stands behind other failures. */
    private static Stream<Throwable> chain(Throwable failure) {
        List<Throwable> links =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        return Stream.concat(links.stream().filter(IOException.class::isInstance), links.stream());
    }

    private static Optional<MailFailure> meaning(Throwable link) {
        return switch (link) {
            case IOException broken -> Optional.of(broken(broken));
            case SMTPAddressFailedException refusal ->
                Optional.of(answer("recipient", refusal.getReturnCode(), refusal.getMessage(), true));
            case SMTPSendFailedException refusal -> Optional.of(answer(refusal));
            case AuthenticationFailedException refusal ->
                Optional.of(new MailFailure("The mail server does not accept user and password.", false));
            default -> Optional.empty();
        };
    }

    private static MailFailure broken(IOException broken) {
        String reason = broken.getClass().getSimpleName() + ": " + Shown.line(broken.getMessage());
        return new MailFailure("The mail server can't be reached, or broke off: " + reason, false, broken);
    }

    /** A refused sender is refused for every mail; someone has to change a setting, and this mail can still go then. */
    private static MailFailure answer(SMTPSendFailedException refusal) {
        boolean ofSender = refusal.getCommand().startsWith("MAIL");
        return answer(ofSender ? "sender" : "mail", refusal.getReturnCode(), refusal.getMessage(), !ofSender);
    }

    private static MailFailure answer(String what, int code, @Nullable String said, boolean aboutThisMail) {
        if (code < 0) {
            return new MailFailure("The mail server broke off when it was told the " + what + ".", false);
        }
        Matcher enhanced = ENHANCED.matcher(said == null ? "" : said);
        String detail = enhanced.find() ? " " + enhanced.group(1) : "";
        return new MailFailure(
                "The mail server does not take the " + what + ": " + code + detail + ".",
                aboutThisMail && code / 100 == 5);
    }
}
