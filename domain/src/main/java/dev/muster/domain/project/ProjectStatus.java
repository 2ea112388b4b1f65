package dev.muster.domain.project;

/** Where a project stands; the owner may move it from any of these to any other. */
public enum ProjectStatus {
    DRAFT,
    ACTIVE,
    ARCHIVED
}
