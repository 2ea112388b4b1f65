package dev.muster.persistence.mail;

import dev.muster.domain.mail.MailedToken;
import dev.muster.persistence.shared.Sql;

/**
 * The statements on the tokens of one purpose. Whoever changes tokens takes the person's row first, so each waits for the
 * other: of tokens that are inserted together the last one lives, and who uses one and then changes the account can't lock
 * each other out.
 */
record MailedTokenStatements(Sql insert, Sql find, Sql findLive, Sql use, Sql endAll) {

    private static final MailedTokenStatements VERIFY_EMAIL = verification("verify_email");
    private static final MailedTokenStatements CONFIRM_EMAIL = verification("confirm_email");
    private static final MailedTokenStatements RESET_PASSWORD = of("muster.password_reset_tokens", "", "", "");

    static MailedTokenStatements of(MailedToken.Purpose purpose) {
        return switch (purpose) {
            case VERIFY_EMAIL -> VERIFY_EMAIL;
            case CONFIRM_EMAIL -> CONFIRM_EMAIL;
            case RESET_PASSWORD -> RESET_PASSWORD;
        };
    }

    private static MailedTokenStatements verification(String purpose) {
        return of(
                "muster.email_verification_tokens",
                ", purpose",
                ", '" + purpose + "'",
                " and purpose = '" + purpose + "'");
    }

    private static MailedTokenStatements of(String table, String column, String value, String condition) {
        String live = condition + " and used_at is null and replaced_at is null";
        String columns = "id, user_id, email, created_at, expires_at";
        String end = "update " + table + " set replaced_at = ? where user_id = ?" + live;
        return new MailedTokenStatements(
                Sql.plain("select id from muster.users where id = ? for no key update; " + end + "; insert into "
                        + table + " (" + columns + ", token_hash" + column + ") values (?, ?, ?, ?, ?, ?" + value
                        + ")"),
                Sql.plain("select " + columns + " from " + table + " where token_hash = ?" + live
                        + " and expires_at > ?"),
                Sql.plain("select " + columns + " from " + table + " where user_id = ?" + live + " and expires_at > ?"),
                Sql.plain("with person as (select id as person_id from muster.users where id = (select user_id from "
                        + table + " where token_hash = ?) for no key update) update " + table
                        + " set used_at = ? from person where user_id = person_id and token_hash = ?" + live
                        + " and expires_at > ? returning " + columns),
                Sql.plain("select id from muster.users where id = ? for no key update; " + end));
    }
}
