package dev.wherefore.captioning.train;

import dev.wherefore.captioning.decoder.DecoderConfig;
import dev.wherefore.core.experiment.PreprocessConfig;
import dev.wherefore.core.experiment.config.ConfigRecordContract;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.scene.SceneSizeConfig;
import dev.wherefore.core.train.Augmentation;
import dev.wherefore.core.weights.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CaptionerTrainingConfigTest extends ConfigRecordContract<CaptionerTrainingConfig> {

    CaptionerTrainingConfigTest() {
        super(
                CaptionerTrainingConfig.class,
                new Vocabulary(Map.of(NetworkConfig.FAMILIES, List.of("resnet", "vgg"))));
    }

    @Override
    protected String leastYaml() {
        return "network: {family: resnet, classes: 0, depth: 18}\n";
    }

    @Override
    protected CaptionerTrainingConfig least(Path folder) {
        return new CaptionerTrainingConfig(
                NetworkConfig.fromJson("{\"family\": \"resnet\", \"classes\": 0, \"depth\": 18}"),
                Optional.empty(),
                new DecoderConfig.Sizes(64, 192, 96, 3, 2),
                3,
                preprocess(PreprocessConfig.Preset.NONE),
                new SceneSizeConfig(128, 128),
                new Augmentation(false, 4, 0.1),
                500,
                ElementType.F16);
    }

    private static PreprocessConfig preprocess(PreprocessConfig.Preset preset) {
        return new PreprocessConfig(
                preset,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    protected String fullYaml() {
        return """
        network: {family: vgg, classes: 0, depth: 11}
        start: start.safetensors
        decoder: {embedding: 8, hidden: 12, attention: 10, heads: 2, looks: 2}
        captions: 2
        preprocess: {preset: imagenet}
        scenes: {width: 160, height: 144}
        augment: {flip: false, shift: 2, light: 0.2}
        validation: 9
        save-as: f32
        """;
    }

    @Override
    protected CaptionerTrainingConfig full(Path folder) throws IOException {
        return new CaptionerTrainingConfig(
                NetworkConfig.fromJson("{\"family\": \"vgg\", \"classes\": 0, \"depth\": 11}"),
                Optional.of(Files.writeString(folder.resolve("start.safetensors"), "")),
                new DecoderConfig.Sizes(8, 12, 10, 2, 2),
                2,
                preprocess(PreprocessConfig.Preset.IMAGENET),
                new SceneSizeConfig(160, 144),
                new Augmentation(false, 2, 0.2),
                9,
                ElementType.F32);
    }
}
