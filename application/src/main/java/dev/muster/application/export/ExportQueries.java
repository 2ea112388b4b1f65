package dev.muster.application.export;

import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportError;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportPosition;
import dev.muster.domain.export.Exports;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;

/** Reads of one's own exports. */
public final class ExportQueries {

    private final UnitOfWork unitOfWork;
    private final Exports exports;

    public ExportQueries(UnitOfWork unitOfWork, Exports exports) {
        this.unitOfWork = unitOfWork;
        this.exports = exports;
    }

    /**
     * An export.
     *
     * @throws NotFound with EXPORT_NOT_FOUND if there is none, or it is someone else's
     */
    public Export require(UserId owner, ExportId id) {
        return unitOfWork
                .read(owner.asActor(), () -> exports.find(owner, id))
                .orElseThrow(() -> new NotFound(ExportError.EXPORT_NOT_FOUND, "There is no such export."));
    }

    /** One page of the exports of a project, newest first. */
    public Page<Export> findPage(UserId owner, ProjectId project, PageRequest<ExportPosition> page) {
        return unitOfWork.read(owner.asActor(), () -> exports.findPage(owner, project, page));
    }

    /** How many there are in all pages. */
    public long count(UserId owner, ProjectId project) {
        return unitOfWork.read(owner.asActor(), () -> exports.count(owner, project));
    }
}
