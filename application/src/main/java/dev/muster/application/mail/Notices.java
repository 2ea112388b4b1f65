package dev.muster.application.mail;

import dev.muster.application.audit.Audit;
import dev.muster.application.shared.Stamps;
import java.time.Instant;

/** What a change leaves besides itself, all in its own unit of work: links and letters to people, entries of the audit log. */
public record Notices(MailLinks links, Letters letters, Audit audit) {

    /** Gives what comes into being its id and its time. */
    public Stamps stamps() {
        return letters.stamps();
    }

    /** The time of what is done now. */
    public Instant now() {
        return stamps().now();
    }
}
