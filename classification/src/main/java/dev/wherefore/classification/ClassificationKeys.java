package dev.wherefore.classification;

import dev.wherefore.core.experiment.TaskKeys;

/** What the configs of classification hold. */
public final class ClassificationKeys implements TaskKeys {

    /** Constructs the description, for the service loader. */
    public ClassificationKeys() {}

    @Override
    public String name() {
        return "classification";
    }

    @Override
    public Class<? extends Record> keys() {
        return ClassificationConfig.class;
    }
}
