package dev.wherefore.launcher;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.explain.LayerChoice;
import dev.wherefore.core.network.InputSlot;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.network.load.NetworkLoader;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the layers of a network, with what each gives for a picture. */
@Command(
        name = "layers",
        description =
                "Shows the layers of a network as a tree, with the shape of what each gives, which"
                        + " suit Grad-CAM, and which is taken where none is named.",
        footer = {
            "",
            "Examples:",
            "  wherefore layers model.pt",
            "  wherefore layers model.pt --size 299",
            "  wherefore layers weights.pth --network '{\"family\": \"vgg\", \"depth\": 16,"
                    + " \"classes\": 1000}'",
            "  wherefore layers my.yaml --advise --out layers",
            "",
            "* suits Grad-CAM and its relatives    > is taken where none is named"
        })
final class LayersCommand extends AbstractCommand {

    @Mixin private final DeviceOption device = new DeviceOption();

    @Parameters(
            paramLabel = "MODEL",
            description =
                    "A TorchScript archive, or weights: safetensors, .pth, .th; with --advise a"
                            + " config.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path model;

    @Option(
            names = "--size",
            paramLabel = "N[,N]",
            split = ",",
            defaultValue = "224",
            description = "Height and width of the picture to try; default: ${DEFAULT-VALUE}.")
    private List<Integer> size = List.of();

    @Option(
            names = "--channels",
            paramLabel = "N",
            defaultValue = "3",
            description = "Its channels; default: ${DEFAULT-VALUE}.")
    private int channels = 3;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "How many token ids to try where the network takes a text beside the picture;"
                            + " default: ${DEFAULT-VALUE}.")
    private int tokens = 4;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "forward",
            description = "The method that runs the network; default: ${DEFAULT-VALUE}.")
    private String method = "forward";

    @Option(
            names = "--network",
            paramLabel = "JSON",
            description =
                    "Which network the weights are of, unless the file says so itself; such as"
                            + " {\"family\": \"resnet\", \"depth\": 18, \"classes\": 1000}.")
    private @Nullable String description;

    @Mixin private final AdviseOptions options = new AdviseOptions();

    private final NetworkLoader networks;
    private final LayerAdviser adviser;

    @Inject
    LayersCommand(NetworkLoader networks, LayerAdviser adviser) {
        this.networks = networks;
        this.adviser = adviser;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        if (options.isAsked()) {
            adviser.advise(model, options, device.device(), out, line().getErr());
            return 0;
        }
        show(out);
        return 0;
    }

    private void show(PrintWriter out) {
        Optional<NetworkConfig> config =
                Optional.ofNullable(description).map(NetworkConfig::fromJson);
        try (Network network = networks.load(model, config, method, device.device());
                NDManager scope = network.newScope()) {
            if (network.layers().isEmpty()) {
                throw new UserError(
                        model
                                + " has no layers: it is frozen (torch.jit.freeze) or was written"
                                + " without; export the network without freezing it");
            }
            Inputs inputs = inputs(network, scope);
            List<LayerShape> shapes = shapes(network, scope, inputs);
            Optional<LayerChoice> choice = choice(network, scope, inputs, shapes);
            Map<String, String> texts = texts(shapes);
            for (Layer layer : network.layers()) {
                out.println(line(layer, choice, texts.getOrDefault(layer.name(), "")));
            }
            out.println();
            out.println(
                    choice.map(c -> "taken where none is named: " + c.layer() + ", " + c.reason())
                            .orElse("no layer is taken by itself: name one in 'explain.layers'"));
        }
    }

    /** A black picture first, and ones for whatever else the network cannot do without. */
    private Inputs inputs(Network network, NDManager scope) {
        if (tokens < 1) {
            throw new UserError("--tokens must be at least 1, found " + tokens);
        }
        List<List<NDArray>> arguments = new ArrayList<>();
        arguments.add(List.of(scope.zeros(shape())));
        for (InputSlot slot : network.inputs().stream().skip(1).toList()) {
            NDArray ones = scope.ones(new Shape(1, tokens), DataType.INT64);
            boolean tensor = slot.type().contains("Tensor");
            arguments.add(slot.optional() ? List.of() : List.of(tensor ? ones : ones.get("0, 0")));
        }
        return new Inputs(arguments, 0);
    }

    private Shape shape() {
        if (size.isEmpty() || size.size() > 2 || size.stream().anyMatch(n -> n < 1)) {
            throw new UserError("--size must be one or two numbers of at least 1, found " + size);
        }
        if (channels < 1) {
            throw new UserError("--channels must be at least 1, found " + channels);
        }
        return new Shape(1, channels, size.get(0), size.get(size.size() - 1));
    }

    private List<LayerShape> shapes(Network network, NDManager scope, Inputs inputs) {
        try {
            return network.shapes(scope, inputs);
        } catch (NetworkFailure e) {
            throw new UserError(
                    "%s; the picture tried was %s: name another by --size and --channels"
                            .formatted(e.getMessage(), shape()),
                    e);
        }
    }

    private static Optional<LayerChoice> choice(
            Network network, NDManager scope, Inputs inputs, List<LayerShape> shapes) {
        long outputs =
                network.run(scope, inputs, PassRequest.PLAIN).outputs().arrays().values().stream()
                        .map(NDArray::getShape)
                        .filter(s -> s.dimension() == 2)
                        .findFirst()
                        .map(s -> s.get(1))
                        .orElse(0L);
        try {
            return Optional.of(LayerChoice.of(network, shapes, outputs));
        } catch (UserError e) {
            return Optional.empty();
        }
    }

    /** What each layer gave: "(1, 512, 7, 7)", with "3 runs" where there were several. */
    private static Map<String, String> texts(List<LayerShape> shapes) {
        return shapes.stream()
                .collect(
                        Collectors.toMap(
                                LayerShape::layer,
                                s -> s.shape() + (s.run() > 1 ? "  " + s.run() + " runs" : ""),
                                (first, last) -> last,
                                LinkedHashMap::new));
    }

    private static String line(Layer layer, Optional<LayerChoice> choice, String shape) {
        String mark = " ";
        if (choice.isPresent() && choice.get().suitable().contains(layer.name())) {
            mark = choice.get().layer().equals(layer.name()) ? ">" : "*";
        }
        String what = layer.refusal().map(r -> "cannot be tapped: " + r).orElse(shape);
        String name = "  ".repeat(layer.depth()) + layer.name();
        return "%s %-44s %-20s %s".formatted(mark, name, layer.type(), what);
    }
}
