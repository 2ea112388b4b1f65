package dev.muster.domain.execution;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import java.util.Optional;

/**
 * The executions of agents. Every call names the owner, and the store shows and changes only what also belongs to the
 * actor of the unit of work (requirements D3, E4). Those of deleted projects are found and changed by no call. Works inside
 * a unit of work only.
 *
 * <p>Input and output come back with the same meaning as they were given: digits of numbers, those behind the point
 * included, elements of arrays and members of objects; the members may come in another order.
 */
public interface Executions {

    /** How many bytes of inputs and outputs a page has, before it ends early. */
    int PAGE_BYTES = 4 * 1024 * 1024;

    /**
     * Adds an execution.
     *
     * @throws dev.muster.domain.shared.NotFound with PROJECT_NOT_FOUND if the project is not one of the owner's, or is
     *     deleted
     */
    void insert(Execution execution);

    /** The execution; empty for someone else's. */
    Optional<Execution> find(UserId owner, ExecutionId id);

    /**
     * Executions that are meant, newest first. A page ends before its limit with the execution by which inputs and outputs
     * come to {@value #PAGE_BYTES} bytes or more, so that none outgrows memory.
     */
    Page<Execution> findPage(UserId owner, ExecutionFilter filter, PageRequest<ExecutionPosition> page);

    /** How many executions are meant; reads them all, so only where someone asks for it. */
    long count(UserId owner, ExecutionFilter filter);

    /**
     * Stores a changed execution whose version is one more than the stored one.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     */
    void update(Execution execution);
}
