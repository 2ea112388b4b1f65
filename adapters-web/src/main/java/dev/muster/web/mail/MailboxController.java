package dev.muster.web.mail;

import dev.muster.application.mail.Mailbox;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.EmailAddress;
import dev.muster.web.shared.AnswersProblems;
import dev.muster.web.shared.Open;
import dev.muster.web.shared.Peer;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.WebError;
import dev.muster.web.shared.WebServer;
import dev.muster.web.shared.Workers;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mail of an installation that only this machine can reach. */
@Open
@AnswersProblems
@Requires(property = WebServer.MAILBOX, value = "true")
@Tag(name = "Development")
@Controller("/dev/mailbox")
@ExecuteOn(Workers.DATABASE)
final class MailboxController {

    private static final String TO = "to";
    private static final Pattern OWN_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * Lists the newest 50 mails, newest first. Only where the embedded database is used, Muster listens on this machine
     * alone, and no mail server is set; everywhere else there is no such route.
     *
     * @return the mails, with their links
     */
    @Get
    @Operation(
            parameters =
                    @Parameter(
                            name = TO,
                            in = ParameterIn.QUERY,
                            description = "Only mail to this address.",
                            schema = @Schema(type = "string", format = "email")))
    MailboxResponse listMail(HttpRequest<?> request) {
        requireOwnMachine(request);
        return MailboxResponse.from(
                mailbox.newest(address(request.getParameters().get(TO))));
    }

    /**
     * A proxy on this machine would open the mailbox to everyone behind it, and a web page could reach it by a host name
     * that it made this machine's.
     */
    private static void requireOwnMachine(HttpRequest<?> request) {
        String host = request.getHeaders().get(HttpHeaders.HOST);
        if (!Peer.isLocal(request) || host == null || !OWN_HOST.matcher(host).matches()) {
            throw new Refusal(WebError.ROUTE_NOT_FOUND, "The mailbox is shown on this machine only.");
        }
    }

    private static @Nullable EmailAddress address(@Nullable String to) {
        try {
            return to == null ? null : new EmailAddress(to);
        } catch (Invalid none) {
            throw Refusal.ofParameter(WebError.INVALID_PARAMETER, TO, "must be an e-mail address");
        }
    }
}
