package dev.wherefore.core.network.torchscript;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;
import dev.wherefore.core.engine.EngineMessage;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ScriptProgram;
import dev.wherefore.core.engine.ScriptProgram.Argument;
import dev.wherefore.core.network.InputSlot;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Layer;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.LayerShape;
import dev.wherefore.core.network.LayerWeights;
import dev.wherefore.core.network.Network;
import dev.wherefore.core.network.NetworkFailure;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.PassRequest;
import dev.wherefore.core.network.torchscript.ProgramRewriter.Rewritten;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network from a TorchScript archive, traced or scripted, written by PyTorch 1.13 or later.
 *
 * <p>The program is rewritten on the way into memory, the file is left as it is. Where nothing is
 * tapped or cut the original's own code runs; with taps and cuts the outputs stay equal to the last
 * bit.
 */
public final class TorchScriptNetwork implements Network {

    private static final String TAPS = "wherefore_taps.torchscript";

    private final Path path;
    private final NDManager manager;
    private final ScriptProgram program;
    private final LayerTable layers;
    private final Arguments arguments;
    private final LayerBiases biases;

    private TorchScriptNetwork(
            Path path, NDManager manager, ScriptProgram program, Rewritten rewritten) {
        this.path = path;
        this.manager = manager;
        this.program = program;
        this.layers = LayerTable.of(path, rewritten);
        this.arguments = new Arguments(path, rewritten.parameters());
        this.biases = new LayerBiases(rewritten.tree().nodes());
    }

    /**
     * Returns the network in an archive, entered by {@code forward}.
     *
     * @param path the archive
     * @param device where it shall run
     * @return the network
     * @throws UserError if the file is not a TorchScript archive or cannot be run
     */
    public static TorchScriptNetwork load(Path path, Device device) {
        return load(path, device, "forward");
    }

    /**
     * Returns the network in an archive.
     *
     * @param path the archive
     * @param device where it shall run
     * @param method the method that runs the network
     * @return the network
     * @throws UserError if the file is not a TorchScript archive, lacks the method, or cannot be
     *     run
     */
    public static TorchScriptNetwork load(Path path, Device device, String method) {
        return ArchiveLoader.withArchive(
                path,
                archive -> {
                    Rewritten rewritten = rewrite(path, archive, method);
                    return ArchiveLoader.owning(
                            device,
                            manager ->
                                    new TorchScriptNetwork(
                                            path,
                                            manager,
                                            ArchiveLoader.load(
                                                    archive, rewritten.sources(), manager),
                                            rewritten));
                });
    }

    private static Rewritten rewrite(Path path, TorchScriptArchive archive, String method)
            throws IOException {
        try {
            Program program = new Program(archive.sources());
            String rootName = archive.rootClass();
            ClassDefinition root =
                    program.findModule(rootName)
                            .orElseThrow(
                                    () -> new MalformedProgramException("no class " + rootName));
            Definition entry = Arguments.entry(path, root, method);
            return new ProgramRewriter(program, root, entry, archive.floatType()).rewrite(taps());
        } catch (MalformedProgramException e) {
            throw new UserError(
                    path + " holds a program that Wherefore cannot read: " + e.getMessage(), e);
        }
    }

    private static String taps() throws IOException {
        try (InputStream stream = TorchScriptNetwork.class.getResourceAsStream(TAPS)) {
            if (stream == null) {
                throw new IOException("the resource " + TAPS + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public List<Layer> layers() {
        return layers.layers();
    }

    @Override
    public List<InputSlot> inputs() {
        return arguments.slots();
    }

    @Override
    public Device device() {
        return manager.getDevice();
    }

    @Override
    public NDManager newScope() {
        return manager.newSubManager();
    }

    @Override
    public Pass run(NDManager scope, Inputs inputs, PassRequest request) {
        List<Integer> nodes = request.taps().stream().map(layers::number).toList();
        List<Integer> runs = new ArrayList<>();
        request.taps().forEach(tap -> runs.add(tap.run().orElse(1)));
        PassResult result = run(scope, inputs, request, nodes, runs);
        boolean again = false;
        for (int i = 0; i < nodes.size(); i++) {
            LayerRun place = request.taps().get(i);
            int seen = result.seen(i);
            layers.checkRan(place, seen);
            if (place.run().isEmpty() && seen != runs.get(i)) {
                // it runs several times, and the last was meant: now it is known which that is
                runs.set(i, seen);
                again = true;
            }
        }
        if (again) {
            result.close();
            result = run(scope, inputs, request, nodes, runs);
        }
        return result.toPass(request.taps(), runs);
    }

    private PassResult run(
            NDManager scope,
            Inputs inputs,
            PassRequest request,
            List<Integer> nodes,
            List<Integer> runs) {
        Plan plan = new Plan(inputs.batch(), request.rowsPerImage(), nodes, runs);
        request.cutRelus().ifPresent(layer -> plan.cut(layers.range(layer)));
        // a leaf of its own on the caller's numbers, which the entry copies before it works on them
        NDArray image = inputs.imageArray().stopGradient();
        image.attach(scope);
        image.setRequiresGradient(request.inputGradient());
        return new PassResult(image, call(scope, inputs, image, plan, request));
    }

    @Override
    public List<LayerShape> shapes(NDManager scope, Inputs inputs) {
        Plan plan = Plan.ofShapes();
        try (NDManager inner = scope.newSubManager()) {
            NDList found = call(inner, inputs, inputs.imageArray(), plan, PassRequest.PLAIN);
            return layers.shapes(found);
        }
    }

    @Override
    public Map<String, NDArray> biases(NDManager scope) {
        Map<String, NDArray> values = new HashMap<>();
        for (NDArray value : program.call(scope, LayerBiases.NAME)) {
            values.put(value.getName(), value.toType(DataType.FLOAT32, false));
        }
        return biases.of(values);
    }

    @Override
    public List<LayerWeights> weights() {
        return LayerWeights.of(program.parameters());
    }

    private NDList call(
            NDManager scope, Inputs inputs, NDArray image, Plan plan, PassRequest request) {
        try (NDManager cpu = scope.newSubManager(Device.cpu());
                GradientMode mode = request.recorded() ? GradientMode.on() : GradientMode.off()) {
            return program.call(
                    scope,
                    EntryWriter.NAME,
                    Argument.of(cpu.create(plan.numbers())),
                    Argument.of(cpu.create(arguments.counts(inputs))),
                    Argument.list("added", added(cpu, request)),
                    Argument.list("inputs", arguments.flat(inputs, image)));
        } catch (EngineException e) {
            throw new NetworkFailure(path + " failed: " + EngineMessage.firstLine(e), e);
        }
    }

    /** What is added at each tap, an empty array for zeros; at least one, as a list must have. */
    private static List<NDArray> added(NDManager scope, PassRequest request) {
        List<NDArray> added = new ArrayList<>();
        for (LayerRun tap : request.taps()) {
            NDArray named = request.added().get(tap);
            added.add(named == null ? scope.zeros(new Shape(0)) : named);
        }
        return added.isEmpty() ? List.of(scope.zeros(new Shape(0))) : added;
    }

    @Override
    public void close() {
        program.close();
        manager.close();
    }
}
