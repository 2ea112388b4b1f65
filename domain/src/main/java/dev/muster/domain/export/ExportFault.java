package dev.muster.domain.export;

import java.util.Locale;

/** Why an export was given up; clients know these by their codes. */
public enum ExportFault {
    /** The project was deleted before its export was made. */
    PROJECT_DELETED,
    /** Making it failed time and again; the log has the reasons. */
    NOT_MADE,
    /** Every server that made it ended in the midst of it. */
    CUT_OFF;

    /** The code as clients see it: lower snake case, never changed once published. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
