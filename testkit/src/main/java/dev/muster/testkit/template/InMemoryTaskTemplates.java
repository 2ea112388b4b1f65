package dev.muster.testkit.template;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Templates and what they made in memory, seen by none but their owner. */
public final class InMemoryTaskTemplates implements TaskTemplates {

    private record Key(UserId owner, TemplateName name) {}

    private record Application(UserId owner, TaskId story, TemplateName template) {}

    private final InMemoryUnitOfWork unitOfWork;
    private final Tasks tasks;
    private final Table<Key, TaskTemplate> table;
    private final Table<Application, TaskId> applications;

    public InMemoryTaskTemplates(InMemoryUnitOfWork unitOfWork, Tasks tasks) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.table = new Table<>(unitOfWork);
        this.applications = new Table<>(unitOfWork);
    }

    @Override
    public void insert(TaskTemplate template) {
        table.change(rows -> {
            requireOwn(template.owner());
            if (rows.putIfAbsent(key(template), template) != null) {
                throw new Conflict(TemplateError.TEMPLATE_EXISTS, "Another of your templates has this name.");
            }
        });
    }

    @Override
    public Optional<TaskTemplate> find(UserId owner, TemplateName name) {
        return Optional.ofNullable(table.rows().get(new Key(owner, name))).filter(template -> isVisible(owner));
    }

    @Override
    public Page<TaskTemplate> findPage(UserId owner, PageRequest<TemplateName> page) {
        TemplateName after = page.after();
        List<TaskTemplate> probed = all(owner)
                .filter(template -> after == null || template.name().compareTo(after) > 0)
                .sorted(Comparator.comparing(TaskTemplate::name))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(probed, page.limit());
    }

    @Override
    public long count(UserId owner) {
        return all(owner).count();
    }

    @Override
    public void update(TaskTemplate template) {
        table.change(rows -> {
            requireVersion(rows, template, template.version() - 1);
            rows.put(key(template), template);
        });
    }

    @Override
    public void delete(TaskTemplate template) {
        table.change(rows -> {
            requireVersion(rows, template, template.version());
            rows.remove(key(template));
        });
    }

    @Override
    public Optional<TaskId> findApplication(UserId owner, TaskId story, TemplateName template) {
        return Optional.ofNullable(applications.rows().get(new Application(owner, story, template)))
                .filter(made -> isVisible(owner));
    }

    @Override
    public void recordApplication(UserId owner, TaskId story, TemplateName template, TaskId made) {
        applications.change(rows -> {
            requireOwn(owner);
            if (tasks.find(owner, story).isEmpty() || tasks.find(owner, made).isEmpty()) {
                throw new IllegalArgumentException("a template makes a stored task of a stored one");
            }
            rows.put(new Application(owner, story, template), made);
        });
    }

    private Stream<TaskTemplate> all(UserId owner) {
        return table.rows().values().stream()
                .filter(template -> template.owner().equals(owner) && isVisible(owner));
    }

    private void requireVersion(Map<Key, TaskTemplate> rows, TaskTemplate template, long version) {
        TaskTemplate stored = rows.get(key(template));
        if (stored == null || !isVisible(template.owner()) || stored.version() != version) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The template has been changed meanwhile.");
        }
    }

    private boolean isVisible(UserId owner) {
        return unitOfWork.actor().equals(owner.asActor());
    }

    private void requireOwn(UserId owner) {
        if (!isVisible(owner)) {
            throw new IllegalArgumentException("a template is stored by its owner alone");
        }
    }

    private static Key key(TaskTemplate template) {
        return new Key(template.owner(), template.name());
    }
}
