package dev.wherefore.core.diagnose;

import dev.wherefore.core.experiment.config.TaskConfig;

/**
 * An experiment that shows something about a network or a method, and says it on a page. A task's
 * Guice module binds it by its name, in a {@code MapBinder} from {@code String}.
 */
public interface Diagnosis {

    /**
     * Returns the name in configs.
     *
     * @return the name, lower case with dashes
     */
    String name();

    /**
     * Returns the record of the keys that its configs have beside those of {@link DiagnoseConfig}.
     *
     * @return the record's class, each component with a {@link
     *     dev.wherefore.core.experiment.config.ConfigDoc}
     */
    Class<? extends Record> keys();

    /**
     * Makes the experiment.
     *
     * @param config the config; its own keys are of the class {@link #keys()}
     * @param setting where it runs, and who hears how it goes
     * @return what was found out
     * @throws dev.wherefore.core.UserError if the config names what is not there
     */
    DiagnosisPage diagnose(TaskConfig<DiagnoseConfig> config, DiagnosisSetting setting);
}
