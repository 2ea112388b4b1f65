package dev.muster.persistence.shared;

/** The database asks for the whole unit of work once more: SQLSTATE 40001 or 40P01. Never leaves this package. */
final class Contention extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Contention(String sqlState) {
        super("SQLSTATE " + sqlState, null, false, false);
    }
}
