package dev.muster.persistence.project;

import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.project.ProjectsContract;

final class JdbcProjectsTest implements ProjectsContract {

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
}
