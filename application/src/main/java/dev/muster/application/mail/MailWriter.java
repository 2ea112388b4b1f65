package dev.muster.application.mail;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailTemplates;
import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.session.TokenSecrets;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters out. The secret of a link is made here, each time anew, and is stored nowhere.
 *
 * @param baseUrl where links lead, without a slash at the end; never what a request says
 */
public record MailWriter(MailTemplates templates, TokenSecrets secrets, String baseUrl) {

    /** @param letter that is no wish */
    Mail write(Letter letter) {
        return templates.write(letter, link(letter));
    }

    private @Nullable URI link(Letter letter) {
        UUID token = letter.token();
        MailedToken.Purpose purpose = letter.kind().purpose().orElse(null);
        return token == null || purpose == null
                ? null
                : URI.create(baseUrl + "/" + purpose.page() + "?token=" + secrets.derive(purpose.seed(token)));
    }
}
