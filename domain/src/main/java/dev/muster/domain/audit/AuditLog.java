package dev.muster.domain.audit;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;

/**
 * The record of what was done (requirement B1): added to, never changed. Works inside a unit of work only. When a person is
 * erased, the entries stay and the person is taken out of them (requirement B3): as actor or subject, with the details, and
 * with the origin of what they did.
 */
public interface AuditLog {

    /**
     * Adds an entry; one writing call. An actor or subject that does not exist, or not any more, is left out.
     *
     * @throws RuntimeException if an entry of this id and time is stored
     */
    void insert(AuditEvent event);

    /** The entries that match, newest first, of the same moment by greater id first. */
    Page<AuditEvent> find(AuditFilter filter, PageRequest<AuditPosition> request);

    /**
     * Makes room for this month and the next ones; one writing call, which many may make at once. Entries of other months
     * are kept too, but it takes longer to remove them when their time is over.
     *
     * @param months how many after this one, 0 to 24
     */
    void makeRoom(int months);
}
