package dev.wherefore.core.network.block;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.weights.StateDict;
import jakarta.inject.Inject;

/** Makes networks of those that are written here. */
public final class BlockNetworks {

    private final NetworkFamilies families;

    /**
     * Constructs the maker.
     *
     * @param families the families there are
     */
    @Inject
    public BlockNetworks(NetworkFamilies families) {
        this.families = families;
    }

    /**
     * Returns a network with its weights.
     *
     * @param config which network
     * @param weights its weights, under PyTorch's names
     * @param device where it shall run
     * @return the network, to be closed by the caller
     * @throws dev.wherefore.core.UserError if the config or the weights are refused
     */
    public Network load(NetworkConfig config, StateDict weights, Device device) {
        NetworkBlock block = families.create(config);
        NDManager manager = NDManager.newBaseManager(device);
        boolean loaded = false;
        try {
            block.load(manager, weights);
            loaded = true;
            return new BlockNetwork(weights.source(), manager, block);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    /**
     * Returns a network on the parameters of a block, which are shared: what training changes in
     * place is seen at once. Running it while a training step runs gives numbers of neither state.
     *
     * @param block a block with values in its parameters, which must outlive the network; loading
     *     or initialising it again needs another network
     * @param device where the block's parameters are
     * @return the network, in evaluation mode; closing it leaves the block as it is
     */
    public static Network sharing(NetworkBlock block, Device device) {
        return new BlockNetwork(block.config().family(), NDManager.newBaseManager(device), block);
    }
}
