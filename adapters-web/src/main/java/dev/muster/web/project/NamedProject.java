package dev.muster.web.project;

import dev.muster.application.project.ProjectQueries;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.user.UserId;
import dev.muster.web.shared.Uuids;
import java.util.UUID;

/** The project that a path names by its id or its key. */
public final class NamedProject {

    private NamedProject() {}

    /**
     * The project.
     *
     * @throws NotFound with PROJECT_NOT_FOUND if there is none, it is someone else's, or the text is neither id nor key
     */
    public static Project require(ProjectQueries queries, UserId owner, String idOrKey) {
        UUID id = Uuids.parse(idOrKey);
        return id == null ? queries.require(owner, key(idOrKey)) : queries.require(owner, new ProjectId(id));
    }

    private static ProjectKey key(String text) {
        try {
            return new ProjectKey(text);
        } catch (Invalid noKey) {
            throw new NotFound(ProjectError.PROJECT_NOT_FOUND, "There is no such project.");
        }
    }
}
