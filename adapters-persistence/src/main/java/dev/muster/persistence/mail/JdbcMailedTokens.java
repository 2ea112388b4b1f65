package dev.muster.persistence.mail;

import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The tokens that were mailed, in PostgreSQL. Every call is one round trip and atomic by itself. */
@Singleton
final class JdbcMailedTokens implements MailedTokens {

    private final CurrentUnit unit;

    JdbcMailedTokens(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(MailedToken token, TokenHash hash) {
        unit.update(
                MailedTokenStatements.of(token.purpose()).insert(),
                parameters -> parameters
                        .uuid(token.user().value())
                        .time(token.createdAt())
                        .uuid(token.user().value())
                        .uuid(token.id())
                        .uuid(token.user().value())
                        .text(token.email().value())
                        .time(token.createdAt())
                        .time(token.expiresAt())
                        .bytes(hash.bytes()));
    }

    @Override
    public Optional<MailedToken> find(TokenHash hash, MailedToken.Purpose purpose, Instant now) {
        return unit
                .query(
                        MailedTokenStatements.of(purpose).find(),
                        parameters -> parameters.bytes(hash.bytes()).time(now),
                        reading(purpose))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<MailedToken> findLive(UserId user, MailedToken.Purpose purpose, Instant now) {
        return unit
                .query(
                        MailedTokenStatements.of(purpose).findLive(),
                        parameters -> parameters.uuid(user.value()).time(now),
                        reading(purpose))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<MailedToken> use(TokenHash hash, MailedToken.Purpose purpose, Instant now) {
        return unit
                .updateReturning(
                        MailedTokenStatements.of(purpose).use(),
                        parameters -> parameters
                                .bytes(hash.bytes())
                                .time(now)
                                .bytes(hash.bytes())
                                .time(now),
                        reading(purpose))
                .stream()
                .findFirst();
    }

    @Override
    public void endAll(UserId user, MailedToken.Purpose purpose, Instant now) {
        unit.update(
                MailedTokenStatements.of(purpose).endAll(),
                parameters -> parameters.uuid(user.value()).time(now).uuid(user.value()));
    }

    private static Columns.Reading<MailedToken> reading(MailedToken.Purpose purpose) {
        return columns -> new MailedToken(
                columns.uuid(),
                new UserId(columns.uuid()),
                purpose,
                new EmailAddress(columns.text()),
                columns.time(),
                columns.time());
    }
}
