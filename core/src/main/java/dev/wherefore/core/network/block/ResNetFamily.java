package dev.wherefore.core.network.block;

import dev.wherefore.core.UserError;
import dev.wherefore.core.network.block.NetworkConfig.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Residual networks with torchvision's layers: He et al., <i>Deep Residual Learning for Image
 * Recognition</i>, 2015, arXiv 1512.03385. Either {@code depth} says which, or {@code widths} and
 * {@code blocks} do.
 */
final class ResNetFamily implements NetworkFamily {

    /** Blocks of each stage, and whether they are bottlenecks. */
    private record Usual(List<Integer> blocks, boolean bottleneck) {}

    private static final Map<Integer, Usual> USUAL =
            new TreeMap<>(
                    Map.of(
                            18, new Usual(List.of(2, 2, 2, 2), false),
                            34, new Usual(List.of(3, 4, 6, 3), false),
                            50, new Usual(List.of(3, 4, 6, 3), true),
                            101, new Usual(List.of(3, 4, 23, 3), true),
                            152, new Usual(List.of(3, 8, 36, 3), true)));
    private static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);

    @Override
    public String name() {
        return "resnet";
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                "depth", "stem", "widths", "blocks", "strides", "bottleneck", "shortcut", "head");
    }

    @Override
    public NetworkBlock create(NetworkConfig config) {
        Usual usual =
                config.depth().map(depth -> usual(config, depth)).orElseGet(() -> own(config));
        List<Integer> widths = config.widths().orElse(WIDTHS);
        ResNetStyle style =
                new ResNetStyle(
                        usual.bottleneck(),
                        config.shortcut().orElse(Shortcut.CONV),
                        true,
                        config.head().orElse("fc"));
        ResNetBody.Sizes sizes =
                new ResNetBody.Sizes(
                        config.channels(),
                        config.classes(),
                        stem(config, widths, 7, 2, true),
                        stages(config, widths, usual.blocks()));
        return new NetworkBlock(config, new ResNetBody(sizes, style));
    }

    private static Usual usual(NetworkConfig config, int depth) {
        for (String key : List.of("blocks", "bottleneck")) {
            if (config.given().contains(key)) {
                throw new UserError("'depth' already says what '" + key + "' would: leave one out");
            }
        }
        return Optional.ofNullable(USUAL.get(depth))
                .orElseThrow(
                        () ->
                                new UserError(
                                        "resnet has no depth %d, it has %s"
                                                .formatted(depth, USUAL.keySet())));
    }

    private static Usual own(NetworkConfig config) {
        List<Integer> blocks =
                config.blocks()
                        .orElseThrow(
                                () ->
                                        new UserError(
                                                "resnet needs 'depth', one of "
                                                        + USUAL.keySet()
                                                        + ", or 'widths' and 'blocks'"));
        return new Usual(blocks, config.bottleneck().orElse(false));
    }

    static ResNetBody.Stem stem(
            NetworkConfig config, List<Integer> widths, int kernel, int stride, boolean pool) {
        Optional<NetworkConfig.Stem> stem = config.stem();
        return new ResNetBody.Stem(
                stem.flatMap(NetworkConfig.Stem::width).orElse(widths.get(0)),
                Window.centred(
                        stem.flatMap(NetworkConfig.Stem::kernel).orElse(kernel),
                        stem.flatMap(NetworkConfig.Stem::stride).orElse(stride)),
                stem.flatMap(NetworkConfig.Stem::pool).orElse(pool));
    }

    static List<ResNetBody.Stage> stages(
            NetworkConfig config, List<Integer> widths, List<Integer> blocks) {
        checkStages("widths", widths, blocks.size());
        config.strides().ifPresent(strides -> checkStages("strides", strides, blocks.size()));
        List<ResNetBody.Stage> stages = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            int usual = i == 0 ? 1 : 2;
            int stage = i;
            int stride = config.strides().map(strides -> strides.get(stage)).orElse(usual);
            stages.add(new ResNetBody.Stage(widths.get(i), blocks.get(i), stride));
        }
        if (config.shortcut().filter(s -> s == Shortcut.PAD).isPresent()) {
            checkWidening(widths);
        }
        return stages;
    }

    private static void checkStages(String key, List<Integer> numbers, int stages) {
        if (numbers.size() != stages) {
            throw new UserError(
                    "'%s' must have a number for each of the %d stages, it has %d: %s"
                            .formatted(key, stages, numbers.size(), numbers));
        }
    }

    /** Zeros can be added to channels, but none can be taken away. */
    static void checkWidening(List<Integer> widths) {
        for (int i = 1; i < widths.size(); i++) {
            if (widths.get(i) < widths.get(i - 1)) {
                throw new UserError(
                        "with 'shortcut: pad' the 'widths' must not shrink, found " + widths);
            }
        }
    }
}
