package dev.wherefore.core.network.block;

import dev.wherefore.core.UserError;
import dev.wherefore.core.network.block.NetworkConfig.Shortcut;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The residual networks for small pictures of He et al., <i>Deep Residual Learning for Image
 * Recognition</i>, 2015, arXiv 1512.03385, section 4.2, with the layers of Yerlan Idelbayev's
 * PyTorch version, whose weights are the ones in use: ReLUs and pool are calls without names, every
 * block has a {@code shortcut}, and the head is called {@code linear}.
 */
final class CifarResNetFamily implements NetworkFamily {

    private static final List<Integer> WIDTHS = List.of(16, 32, 64);

    @Override
    public String name() {
        return "cifar-resnet";
    }

    @Override
    public Set<String> keys() {
        return Set.of("depth", "stem", "widths", "blocks", "strides", "shortcut", "head");
    }

    @Override
    public NetworkBlock create(NetworkConfig config) {
        List<Integer> widths = config.widths().orElse(WIDTHS);
        Shortcut shortcut = config.shortcut().orElse(Shortcut.PAD);
        if (shortcut == Shortcut.PAD) {
            ResNetFamily.checkWidening(widths);
        }
        ResNetBody.Sizes sizes =
                new ResNetBody.Sizes(
                        config.channels(),
                        config.classes(),
                        ResNetFamily.stem(config, widths, 3, 1, false),
                        ResNetFamily.stages(config, widths, blocks(config, widths.size())));
        ResNetStyle style = new ResNetStyle(false, shortcut, false, config.head().orElse("linear"));
        return new NetworkBlock(config, new ResNetBody(sizes, style));
    }

    /** A stem, two convolutions a block, and a head: 20 is 2 + 3 · 3 · 2. */
    private static List<Integer> blocks(NetworkConfig config, int stages) {
        if (config.depth().isPresent() == config.blocks().isPresent()) {
            throw new UserError("cifar-resnet needs either 'depth', such as 20, or 'blocks'");
        }
        if (config.blocks().isPresent()) {
            return config.blocks().get();
        }
        int depth = config.depth().orElseThrow();
        int perBlock = 2 * stages;
        if (depth <= 2 || (depth - 2) % perBlock != 0) {
            String rule =
                    "the 'depth' of a cifar-resnet of %d stages is 2 and a multiple of %d, such as"
                            + " %d; found %d";
            throw new UserError(rule.formatted(stages, perBlock, 2 + 3 * perBlock, depth));
        }
        return Collections.nCopies(stages, (depth - 2) / perBlock);
    }
}
