package dev.muster.domain.export;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The exports (requirement D4). Those calls that name the owner show and change only what also belongs to the actor of the
 * unit of work; the others are Muster's own, whoever acts, and see everybody's. Exports go with their owner; those of a
 * deleted project are found by no call that names the owner. Works inside a unit of work only; every call is one writing call at most.
 */
public interface Exports {

    /**
     * Adds an export, unless its owner has as many as may be, however many ask at once.
     *
     * @param maxOpen how many may be queued or running, this one included
     * @param maxKept how many may be queued, running or have their file, this one included
     * @return false if that many are
     */
    boolean insert(Export export, int maxOpen, int maxKept);

    /** The export; empty for someone else's. */
    Optional<Export> find(UserId owner, ExportId id);

    /**
     * The exports of a project, newest first; their files with empty manifests, as an archive of many documents has a long
     * one.
     */
    Page<Export> findPage(UserId owner, ProjectId project, PageRequest<ExportPosition> page);

    /** How many exports of a project there are. */
    long count(UserId owner, ProjectId project);

    /**
     * Takes the export that has been due longest: it runs from now on, one attempt is counted, its progress begins at 0, and
     * nobody else takes it before the lease ends.
     *
     * @return empty if none is due
     */
    Optional<Export> take(Instant now, Instant leaseEnd);

    /**
     * Stores a changed export whose version is one more than the stored one.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is:
     *     someone else has taken it meanwhile, or it is gone
     */
    void update(Export export);

    /**
     * Those that succeeded and whose time is over, the longest first.
     *
     * @param limit how many at most, 1 to 100
     */
    List<Export> findExpired(Instant now, int limit);

    /** Those of these ids that there are, in no order. @param ids at most 100 */
    List<Export> findAll(Collection<ExportId> ids);

    /** Removes those that ended before a time and have no file; how many. */
    int removeEnded(Instant before);
}
