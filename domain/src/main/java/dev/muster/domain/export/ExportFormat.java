package dev.muster.domain.export;

/** What an export is made as (requirement D4). */
public enum ExportFormat {
    /** An archive of the other forms, with every document as a file of its own and a list of checksums. */
    ZIP("project.zip", "application/zip"),
    /** One document of everything. */
    JSON("project.json", "application/json"),
    /** The tasks as a table (RFC 4180). */
    CSV("tasks.csv", "text/csv; charset=utf-8"),
    /** Everything, to be read by people (RFC 7763). */
    MARKDOWN("project.md", "text/markdown; charset=utf-8");

    private final String title;
    private final String mediaType;

    ExportFormat(String title, String mediaType) {
        this.title = title;
        this.mediaType = mediaType;
    }

    /** What such a file is called for people, such as {@code tasks.csv}. */
    public String title() {
        return title;
    }

    /** The end of the names of such files, without a dot. */
    public String extension() {
        return title.substring(title.indexOf('.') + 1);
    }

    /** The value of Content-Type of such files. */
    public String mediaType() {
        return mediaType;
    }
}
