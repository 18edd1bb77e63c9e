package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.network.torchscript.Twins.Call;
import dev.wherefore.core.network.torchscript.Twins.Twin;
import dev.wherefore.core.network.torchscript.Value.Dotted;
import dev.wherefore.core.network.torchscript.Value.Method;
import dev.wherefore.core.network.torchscript.Value.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Edits the calls in a twin: those of modules and functions go to their twins with what every twin
 * is told, ReLUs to functions that may cut, softmaxes to functions that may tap.
 */
final class CallRewriter {

    /** The functions that tap and cut. */
    static final String TAPS = "__torch__.wherefore_taps.";

    /** The number of the module that a twin runs for. */
    static final String SELF = "wherefore_at";

    /** What a twin is told besides, and passes on. */
    static final String PASSED_ON = "wherefore_plan, wherefore_out, ";

    private static final Set<String> RELUS =
            Set.of("torch.relu", "torch.relu_", "torch.relu6", "torch.relu6_");
    private static final Set<String> SOFTMAXES =
            Set.of("torch.softmax", "torch.scaled_dot_product_attention");
    private static final Set<String> HARDTANHS = Set.of("torch.hardtanh", "torch.hardtanh_");

    private final Twins twins;
    private final Edits edits;
    private final List<Call> calls = new ArrayList<>();
    private boolean softmax;

    CallRewriter(Twins twins, Edits edits) {
        this.twins = twins;
        this.edits = edits;
    }

    /** The calls of module methods that were sent to twins, in the order of the text. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Whether a softmax is called, by the text itself or by functions that it calls. */
    boolean softmax() {
        return softmax;
    }

    void method(Method called, int afterOpen) {
        Module module = called.module();
        if (module.type().isInterface()) {
            return;
        }
        Twin twin = twins.ofMethod(module.type(), called.method());
        if (twin.text().isPresent()) {
            calls.add(new Call(module.distance(), module.type(), called.method()));
            edits.insert(called.nameToken().start(), Twins.PREFIX);
            edits.insert(afterOpen, number(module.distance()) + ", " + PASSED_ON);
        }
    }

    void function(Line line, Dotted function, int open, int close) {
        int afterOpen = line.token(open).end();
        String name = function.name();
        int second = line.find(",", open + 1, close);
        int third = line.find(",", Math.min(second + 1, close), close);
        if (RELUS.contains(name)) {
            toTaps(function, afterOpen);
        } else if (SOFTMAXES.contains(name)) {
            toTaps(function, afterOpen);
            softmax = true;
        } else if (HARDTANHS.contains(name) && third < close) {
            toTaps(function, afterOpen);
            edits.insert(line.token(second + 1).start(), "float(");
            edits.insert(line.token(third - 1).end(), ")");
            edits.insert(line.token(third + 1).start(), "float(");
            edits.insert(line.token(close).start(), ")");
        } else if (hasTwin(name)) {
            edits.replace(function.start(), function.end(), twinName(name));
            edits.insert(afterOpen, SELF + ", " + PASSED_ON);
        }
    }

    private void toTaps(Dotted function, int afterOpen) {
        String name = function.name().substring("torch.".length());
        edits.replace(function.start(), function.end(), TAPS + name);
        edits.insert(afterOpen, SELF + ", " + PASSED_ON);
    }

    /** A call through a local variable that stands for a twin. */
    void twinFunction(int afterOpen) {
        edits.insert(afterOpen, SELF + ", " + PASSED_ON);
    }

    /** Makes a mention of a function, not called yet, one of its twin, if it has one. */
    boolean mention(Dotted function) {
        boolean twin = hasTwin(function.name());
        if (twin) {
            edits.replace(function.start(), function.end(), twinName(function.name()));
        }
        return twin;
    }

    private boolean hasTwin(String function) {
        Optional<Twin> twin = twins.ofFunction(function).filter(t -> t.text().isPresent());
        softmax |= twin.map(Twin::softmax).orElse(false);
        return twin.isPresent();
    }

    private static String twinName(String function) {
        int dot = function.lastIndexOf('.') + 1;
        return function.substring(0, dot) + Twins.PREFIX + function.substring(dot);
    }

    private String number(int distance) {
        return distance == 0 ? SELF : "torch.add(" + SELF + ", " + distance + ")";
    }
}
