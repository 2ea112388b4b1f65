package dev.muster.testkit.template;

import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;

final class InMemoryTaskTemplatesTest implements TaskTemplatesContract {

    private final InMemoryMuster memory = new InMemoryMuster();

    @Override
    public UnitOfWork unitOfWork() {
        return memory.unitOfWork;
    }

    @Override
    public Users users() {
        return memory.users;
    }

    @Override
    public Projects projects() {
        return memory.projects;
    }

    @Override
    public Tasks tasks() {
        return memory.tasks;
    }

    @Override
    public TaskTemplates templates() {
        return memory.templates;
    }
}
