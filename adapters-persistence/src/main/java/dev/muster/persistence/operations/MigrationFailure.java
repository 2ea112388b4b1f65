package dev.muster.persistence.operations;

/**
 * The schema can't be brought up to date. The message is one sentence for whoever runs Muster, without secrets; nothing
 * was changed, as a migration is kept as a whole or not at all.
 */
public final class MigrationFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationFailure(String sentence) {
        super(sentence);
    }

    MigrationFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
