package dev.muster.domain.task;

import dev.muster.domain.user.UserId;
import java.util.List;

/**
 * How a person's tasks hang together: which is a part of which, and which waits for which (requirement C3). Who changes
 * that takes the {@link #lock} first, so that what was looked at is still true when the change is stored. Works inside a
 * unit of work only, and shows only what also belongs to its actor.
 */
public interface TaskGraph {

    /** How many levels of parts a task may have below it, and as many parents one above the other. */
    int MAX_DEPTH = 5;

    /** How many of those that wait for a task are told. */
    int MOST_WAITING = 100;

    /** Keeps everyone else who asks for it waiting until the unit of work, which writes, ends. */
    void lock(UserId owner);

    /** The parents of a task, nearest first, at most {@value #MAX_DEPTH} and one. */
    List<TaskId> ancestors(UserId owner, TaskId task);

    /** How many levels of parts are below a task, those in the trash included; at most {@value #MAX_DEPTH} and one. */
    int height(UserId owner, TaskId task);

    /** Whether a task waits for another, directly or through others. */
    boolean waitsFor(UserId owner, TaskId task, TaskId other);

    /** The first {@value #MOST_WAITING} tasks that wait for this one directly, by id; those in the trash included. */
    List<TaskId> waiting(UserId owner, TaskId task);

    /**
     * Lets a task wait for another, both stored. Changes its blockers, version and time of change; nothing if it waits
     * already.
     */
    void block(UserId owner, TaskId task, TaskId blocker);

    /** Ends that; nothing if the task doesn't wait for the other. */
    void unblock(UserId owner, TaskId task, TaskId blocker);
}
