package dev.muster.domain.mail;

/** Carries mail. Thread-safe. */
@FunctionalInterface
public interface Mailer {
    /**
     * Hands a mail over; once this returns, the next server is responsible for it. Bounded in time.
     *
     * @throws MailFailure if it was not taken
     */
    void send(Mail mail);
}
