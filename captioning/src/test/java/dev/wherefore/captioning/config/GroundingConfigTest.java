package dev.wherefore.captioning.config;

import dev.wherefore.core.experiment.config.ConfigRecordContract;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.image.Fill;
import java.nio.file.Path;
import java.util.Map;

class GroundingConfigTest extends ConfigRecordContract<GroundingConfig> {

    GroundingConfigTest() {
        super(GroundingConfig.class, new Vocabulary(Map.of()));
    }

    @Override
    protected String leastYaml() {
        return "{}";
    }

    @Override
    protected GroundingConfig least(Path folder) {
        return new GroundingConfig(true, Fill.MEAN, 0.5);
    }

    @Override
    protected String fullYaml() {
        return "{measure: false, fill: zero, region: 0.25}";
    }

    @Override
    protected GroundingConfig full(Path folder) {
        return new GroundingConfig(false, Fill.ZERO, 0.25);
    }
}
