package dev.muster.testkit.mail;

import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailFailure;
import dev.muster.domain.mail.Mailer;
import dev.muster.domain.user.EmailAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is sent. Can be told to refuse an address, or to take nothing for a while. Thread-safe. */
public final class InMemoryMailer implements Mailer {

    private final List<Mail> sent = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    @Override
    public void send(Mail mail) {
        if (away) {
            throw new MailFailure("The mail server is away.", false);
        }
        if (refused.contains(mail.to().canonical())) {
            throw new MailFailure("The mail server does not take the recipient.", true);
        }
        sent.add(mail);
    }

    /** All mail that went, in the order in which it did. */
    public List<Mail> sent() {
        return List.copyOf(sent);
    }

    /** The mail that went to an address, in any case, in the order in which it did. */
    public List<Mail> sentTo(EmailAddress to) {
        return sent.stream()
                .filter(mail -> mail.to().canonical().equals(to.canonical()))
                .toList();
    }

    /** Fails for good on all further mail to an address. */
    public void refuse(EmailAddress to) {
        refused.add(to.canonical());
    }

    /** Fails for now on all mail, until it comes back. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }
}
