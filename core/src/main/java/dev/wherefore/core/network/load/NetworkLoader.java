package dev.wherefore.core.network.load;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.block.BlockNetworks;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.torchscript.TorchScriptNetwork;
import dev.wherefore.core.weights.StateDict;
import dev.wherefore.core.weights.WeightFiles;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Loads a network from a file: a TorchScript archive, which is a network by itself, or weights of a
 * network that is written here.
 */
public final class NetworkLoader {

    /** The method that runs a network where nothing else is said. */
    public static final String FORWARD = "forward";

    private final BlockNetworks blocks;

    /**
     * Constructs the loader.
     *
     * @param blocks makes the networks that are written here
     */
    @Inject
    public NetworkLoader(BlockNetworks blocks) {
        this.blocks = blocks;
    }

    /**
     * Returns the network in a file.
     *
     * @param file a TorchScript archive, safetensors, or a PyTorch state dict
     * @param config which network the weights are of; where nothing is said, the file's own
     *     metadata tell, or it is TorchScript
     * @param method the method that runs a TorchScript network; {@link #FORWARD} for others
     * @param device where it shall run
     * @return the network, to be closed by the caller
     * @throws UserError if the file cannot be loaded so
     */
    public Network load(Path file, Optional<NetworkConfig> config, String method, Device device) {
        if (config.isEmpty() && !WeightFiles.isSafetensors(file)) {
            return TorchScriptNetwork.load(file, device, method);
        }
        if (!method.equals(FORWARD)) {
            throw new UserError(
                    "weights have no method '%s': networks that are written here run by '%s'"
                            .formatted(method, FORWARD));
        }
        StateDict weights = WeightFiles.read(file);
        return blocks.load(config.orElseGet(() -> described(weights)), weights, device);
    }

    private static NetworkConfig described(StateDict weights) {
        return NetworkConfig.of(weights)
                .orElseThrow(
                        () ->
                                new UserError(
                                        weights.source()
                                                + " holds weights and does not say of which"
                                                + " network; say so by 'network', such as"
                                                + " {\"family\": \"resnet\", \"depth\": 18,"
                                                + " \"classes\": 1000}, or give a TorchScript"
                                                + " archive"));
    }
}
