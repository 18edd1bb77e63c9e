package dev.wherefore.core.experiment.config;

/**
 * A config that was read: the keys that all tasks share, the task's own, and where each was
 * written.
 *
 * @param <S> the record of the shared keys
 * @param shared the shared keys
 * @param own the task's own keys, of the class that was given for the task
 * @param places where each key was written
 */
public record TaskConfig<S extends Record>(S shared, Record own, ConfigPlaces places) {}
