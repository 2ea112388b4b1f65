package dev.muster.domain.template;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.user.UserId;
import java.util.Optional;

/**
 * The templates of people, and which task each made of which story. What comes with Muster is not among them, but its
 * applications are. Every call names the owner, and the store shows and changes only what also belongs to the actor of the
 * unit of work (requirements C5, E4). Works inside a unit of work only.
 */
public interface TaskTemplates {

    /**
     * Adds a template.
     *
     * @throws dev.muster.domain.shared.Conflict with {@link TemplateError#TEMPLATE_EXISTS}
     */
    void insert(TaskTemplate template);

    /** The template; empty for someone else's. */
    Optional<TaskTemplate> find(UserId owner, TemplateName name);

    /** The owner's templates, by name. */
    Page<TaskTemplate> findPage(UserId owner, PageRequest<TemplateName> page);

    /** How many templates the owner has. */
    long count(UserId owner);

    /**
     * Stores a changed template whose version is one more than the stored one.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     */
    void update(TaskTemplate template);

    /**
     * Removes a template as it was read. What it made, and the record of that, stay.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     */
    void delete(TaskTemplate template);

    /** The task that a template of this name made of a story last, in the trash or not; empty if it made none. */
    Optional<TaskId> findApplication(UserId owner, TaskId story, TemplateName template);

    /**
     * Records that a template made a task of a story, both stored; of each story and name there is one record, and a later
     * one takes its place.
     */
    void recordApplication(UserId owner, TaskId story, TemplateName template, TaskId made);
}
