package dev.wherefore.core.network.torchscript;

import ai.djl.ndarray.NDArray;
import dev.wherefore.core.network.torchscript.ModuleTree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the layers of a program add to what they make of their input. The program is given a method
 * that tells the tensors, since DJL tells no buffers.
 */
record LayerBiases(List<Node> modules) {

    /** The method's name. */
    static final String NAME = "wherefore_biases";

    private static final Pattern ADDING = Pattern.compile("Linear|Conv(Transpose)?[123]d");
    private static final Pattern NORM = Pattern.compile("(Sync)?BatchNorm([123]d)?");
    private static final List<String> OF_NORMS =
            List.of("weight", "bias", "running_mean", "running_var");
    private static final List<String> TENSORS = List.of("Tensor", "Optional[Tensor]");
    private static final double USUAL_EPSILON = 1e-5;

    /** The method's text, for the root's class. */
    String method(String className) {
        StringBuilder text = new StringBuilder();
        text.append("  def %s(self: %s) -> Dict[str, Tensor]:%n".formatted(NAME, className));
        text.append("    out = annotate(Dict[str, Tensor], {})\n");
        for (Node module : layers()) {
            for (String attribute : told(module.type())) {
                tell(text, module.name() + "." + attribute);
            }
        }
        return text.append("    return out\n").toString();
    }

    /** Tells a tensor, unless it is None. */
    private static void tell(StringBuilder text, String name) {
        text.append("    x = annotate(Optional[Tensor], %s)%n".formatted(read(name)));
        text.append("    if torch.__isnot__(x, None):\n");
        String tensor = "unchecked_cast(Tensor, x)";
        text.append("      torch._set_item(out, \"%s\", %s)%n".formatted(name, tensor));
        text.append("    else:\n      pass\n");
    }

    /** All but the network as a whole. */
    private List<Node> layers() {
        return modules.subList(1, modules.size());
    }

    /** Which tensors of a module of this class are told. */
    private static List<String> told(ClassDefinition type) {
        List<String> wanted = List.of();
        if (ADDING.matcher(type.simpleName()).matches()) {
            wanted = List.of("bias");
        } else if (NORM.matcher(type.simpleName()).matches()) {
            wanted = OF_NORMS;
        }
        return wanted.stream()
                .filter(a -> TENSORS.contains(type.attributes().getOrDefault(a, "")))
                .toList();
    }

    private static String read(String path) {
        String read = "self";
        for (String part : path.split("\\.")) {
            read = "getattr(%s, \"%s\")".formatted(read, part);
        }
        return read;
    }

    /**
     * Returns the biases.
     *
     * @param values the tensors by name
     * @return by the name of each layer that has one, {@code (C)}
     */
    Map<String, NDArray> of(Map<String, NDArray> values) {
        Map<String, NDArray> biases = new LinkedHashMap<>();
        for (Node module : layers()) {
            NDArray bias =
                    NORM.matcher(module.type().simpleName()).matches()
                            ? norm(module, values)
                            : values.get(module.name() + ".bias");
            if (bias != null) {
                biases.put(module.name(), bias);
            }
        }
        return biases;
    }

    private static @Nullable NDArray norm(Node module, Map<String, NDArray> values) {
        NDArray mean = values.get(module.name() + ".running_mean");
        NDArray variance = values.get(module.name() + ".running_var");
        if (mean == null || variance == null) {
            return null;
        }
        NDArray scaled = mean.div(variance.add(epsilon(module.type())).sqrt());
        NDArray weight = values.get(module.name() + ".weight");
        NDArray bias = values.get(module.name() + ".bias");
        NDArray moved = weight == null ? scaled : scaled.mul(weight);
        return bias == null ? moved.neg() : bias.sub(moved);
    }

    /** The ε that a normalisation was written with: the last number with a point in its forward. */
    private static double epsilon(ClassDefinition type) {
        double found = USUAL_EPSILON;
        List<Line> lines = type.method("forward").map(Definition::body).orElse(List.of());
        for (Line line : lines) {
            for (Token token : line.tokens()) {
                boolean fraction = token.text().contains(".") || token.text().contains("e");
                if (token.kind() == Token.Kind.NUMBER && fraction) {
                    found = Double.parseDouble(token.text());
                }
            }
        }
        return found;
    }
}
