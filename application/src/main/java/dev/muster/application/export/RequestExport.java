package dev.muster.application.export;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportError;
import dev.muster.domain.export.ExportFormat;
import dev.muster.domain.export.ExportId;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.export.Exports;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;

/** Asks for an export, which is made later (requirement D4). */
public final class RequestExport {

    private final UnitOfWork unitOfWork;
    private final Exports exports;
    private final ExportPolicy policy;
    private final Stamps stamps;

    public RequestExport(UnitOfWork unitOfWork, Exports exports, ExportPolicy policy, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.exports = exports;
        this.policy = policy;
        this.stamps = stamps;
    }

    /**
     * Asks for an export of one's own project.
     *
     * @throws Conflict with TOO_MANY_EXPORTS if as many wait or are being made as may be, or as many files are kept
     */
    public Export request(UserId owner, ProjectId project, ExportFormat format) {
        Export export = Export.queued(new ExportId(stamps.nextId()), owner, project, format, stamps.now());
        if (!unitOfWork.writeOne(owner.asActor(), () -> exports.insert(export, policy.maxOpen(), policy.maxKept()))) {
            throw new Conflict(
                    ExportError.TOO_MANY_EXPORTS,
                    "At most " + policy.maxOpen()
                            + " exports of one person wait or are made at once, and the files of at most "
                            + policy.maxKept() + " are kept.");
        }
        return export;
    }
}
