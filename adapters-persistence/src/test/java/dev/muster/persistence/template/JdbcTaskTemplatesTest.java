package dev.muster.persistence.template;

import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.template.TaskTemplatesContract;

final class JdbcTaskTemplatesTest implements TaskTemplatesContract {

    @Override
    public UnitOfWork unitOfWork() {
        return Stores.shared().unitOfWork();
    }

    @Override
    public Users users() {
        return Stores.shared().users();
    }

    @Override
    public Projects projects() {
        return Stores.shared().bean(Projects.class);
    }

    @Override
    public Tasks tasks() {
        return Stores.shared().bean(Tasks.class);
    }

    @Override
    public TaskTemplates templates() {
        return Stores.shared().bean(TaskTemplates.class);
    }
}
