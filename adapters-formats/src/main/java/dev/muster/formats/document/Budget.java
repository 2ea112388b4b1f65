package dev.muster.formats.document;

/** How many comparisons of lines one difference may cost. For one thread. */
final class Budget {

    /** About a quarter of a second. Two texts of 4 000 lines that have nothing in common cost as much. */
    static final int COMPARISONS = 20_000_000;

    private int left = COMPARISONS;

    /** @throws SpentException when the budget is spent; the library has no other way to stop */
    boolean equal(String one, String other) {
        left--;
        if (left < 0) {
            throw new SpentException();
        }
        return one.equals(other);
    }

    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SpentException() {
            super("The budget is spent.", null, false, false);
        }
    }
}
