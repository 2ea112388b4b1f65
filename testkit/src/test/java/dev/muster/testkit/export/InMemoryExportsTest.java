package dev.muster.testkit.export;

import dev.muster.domain.export.Exports;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;

final class InMemoryExportsTest implements ExportsContract {

    private InMemoryMuster muster = new InMemoryMuster();

    @Override
    public UnitOfWork unitOfWork() {
        return muster.unitOfWork;
    }

    @Override
    public Users users() {
        return muster.users;
    }

    @Override
    public Exports exports() {
        return muster.exports;
    }

    @Override
    public Projects projects() {
        return muster.projects;
    }

    @Override
    public void removeAllExports() {
        muster = new InMemoryMuster();
    }
}
