package dev.muster.domain.task;

/** What a person calls one of their tasks by: its id, which stays, or its key, which goes with the project. */
public sealed interface TaskReference permits TaskId, TaskKey {}
