package dev.wherefore.core.experiment;

/**
 * What a config of a task may hold; every task on the class path has one, found by {@link
 * java.util.ServiceLoader}.
 */
public interface TaskKeys {

    /**
     * Returns the task's name in configs.
     *
     * @return the name, lower case with dashes
     */
    String name();

    /**
     * Returns the record of the keys that the task's configs have beside those of {@link
     * RunConfig}.
     *
     * @return the record's class, each component with a {@link
     *     dev.wherefore.core.experiment.config.ConfigDoc}
     */
    Class<? extends Record> keys();
}
