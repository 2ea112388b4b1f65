package dev.muster.application.mail;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.mail.LinkPolicy;
import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.session.TokenSecrets;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.User;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sends links that are good for one thing, once, for a time (requirements A6, A7). */
public final class MailLinks {

    private final MailedTokens tokens;
    private final TokenSecrets secrets;
    private final Letters letters;
    private final LinkPolicy policy;
    private final Stamps stamps;

    public MailLinks(MailedTokens tokens, TokenSecrets secrets, Letters letters, LinkPolicy policy, Stamps stamps) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.letters = letters;
        this.policy = policy;
        this.stamps = stamps;
    }

    public LinkPolicy policy() {
        return policy;
    }

    /** Sends a link, in the unit of work that the caller is in; links sent before for the same are worth nothing then. */
    public void send(User user, MailedToken.Purpose purpose, EmailAddress to) {
        Instant now = stamps.now();
        UUID id = stamps.nextId();
        MailedToken token = new MailedToken(id, user.id(), purpose, to, now, now.plus(policy.life(purpose)));
        tokens.insert(token, TokenHash.of(secrets.derive(purpose.seed(id))));
        letters.send(user, token);
    }

    /** Whether a link for the same was sent a moment ago. */
    boolean isQuiet(User user, MailedToken.Purpose purpose) {
        Instant now = stamps.now();
        return tokens.findLive(user.id(), purpose, now)
                .filter(token -> token.isFresh(now, policy))
                .isPresent();
    }

    /** Whether the link in a letter that is as old as this is worth nothing any more. */
    boolean isExpired(MailedToken.Purpose purpose, Instant sentAt) {
        return !stamps.now().isBefore(sentAt.plus(policy.life(purpose)));
    }

    /** What the secret of a link stands for, without using it up. */
    public Optional<MailedToken> find(String secret, MailedToken.Purpose purpose) {
        return tokens.find(TokenHash.of(secret), purpose, stamps.now());
    }

    /** Uses a link up, in the unit of work that the caller is in; empty if it is worth nothing. */
    public Optional<MailedToken> use(String secret, MailedToken.Purpose purpose) {
        return tokens.use(TokenHash.of(secret), purpose, stamps.now());
    }

    /** Makes the links that a person was sent for something worthless. */
    public void endAll(User user, MailedToken.Purpose purpose) {
        tokens.endAll(user.id(), purpose, stamps.now());
    }
}
