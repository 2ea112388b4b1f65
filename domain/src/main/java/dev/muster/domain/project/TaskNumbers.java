package dev.muster.domain.project;

/**
 * Numbers that a project has given to new tasks.
 *
 * @param key the project's key, which stands before each
 * @param first the first of them, 1 or more; the others follow one by one
 */
public record TaskNumbers(ProjectKey key, int first) {}
