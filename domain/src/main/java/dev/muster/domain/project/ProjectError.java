package dev.muster.domain.project;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures about projects. */
public enum ProjectError implements ErrorCode {
    PROJECT_NOT_FOUND,
    /** Another project of the owner has this key. */
    PROJECT_KEY_TAKEN,
    /** A project is deleted only when no task outside the trash is left in it. */
    PROJECT_NOT_EMPTY
}
