package dev.muster.persistence.operations;

import dev.muster.domain.operations.ExpiredTokens;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;

/** What is over, in PostgreSQL: the application may remove it by a function only, which takes nothing else. */
@Singleton
final class JdbcExpiredTokens implements ExpiredTokens {

    private static final Sql REMOVE = Sql.plain("select muster.clean_expired_tokens()");

    private final CurrentUnit unit;

    JdbcExpiredTokens(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public long remove() {
        return unit.updateReturning(REMOVE, parameters -> {}, Columns::number).getFirst();
    }
}
