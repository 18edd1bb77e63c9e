package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.network.torchscript.Twins.Call;
import dev.wherefore.core.network.torchscript.Twins.Twin;
import dev.wherefore.core.network.torchscript.Value.Dotted;
import dev.wherefore.core.network.torchscript.Value.Method;
import dev.wherefore.core.network.torchscript.Value.Module;
import dev.wherefore.core.network.torchscript.Value.TwinFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the twin of one method or function by editing its text: calls of modules go to their twins
 * with the number passed on, ReLUs to functions that may cut, and what a {@code forward} returns
 * through the tap.
 */
final class TwinWriter {

    /** The names that every twin gets first. */
    static final String PASSED_ON = "wherefore_plan, wherefore_out, ";

    static final String SELF = "wherefore_at";
    private static final String TAPS = "__torch__.wherefore_taps.";
    private static final Set<String> RELUS =
            Set.of("torch.relu", "torch.relu_", "torch.relu6", "torch.relu6_");
    private static final Set<String> HARDTANHS = Set.of("torch.hardtanh", "torch.hardtanh_");
    private static final Set<String> KEYWORDS =
            Set.of(
                    "and",
                    "assert",
                    "break",
                    "continue",
                    "elif",
                    "else",
                    "for",
                    "if",
                    "in",
                    "is",
                    "not",
                    "or",
                    "pass",
                    "raise",
                    "return",
                    "while");
    private static final Set<String> ROOTS = Set.of("torch", "ops", "__torch__");

    private final Twins twins;
    private final SourceFile file;
    private final Optional<ClassDefinition> owner;
    private final Definition original;
    private final Edits edits = new Edits();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Value> locals = new HashMap<>();

    TwinWriter(Twins twins, SourceFile file, Optional<ClassDefinition> owner, Definition original) {
        this.twins = twins;
        this.file = file;
        this.owner = owner;
        this.original = original;
        owner.ifPresent(
                type -> locals.put(original.parameters().get(0).name(), new Module(0, type)));
    }

    Twin write() {
        original.body().forEach(this::rewrite);
        boolean tapped = owner.isPresent() && original.isForward() && original.returnsTensor();
        if (edits.isEmpty() && !tapped) {
            return new Twin(Optional.empty(), List.of());
        }
        if (tapped) {
            original.body().forEach(this::tapWhatIsReturned);
        }
        owner.ifPresent(this::startWithTheShortWay);
        rewriteHeader();
        String text =
                " ".repeat(original.header().indent())
                        + edits.apply(file.text(), original.start(), original.end());
        return new Twin(Optional.of(text), List.copyOf(calls));
    }

    private void rewriteHeader() {
        Line header = original.header();
        Token name = header.token(1);
        edits.insert(name.start(), Twins.PREFIX);
        String more = SELF + ": int, wherefore_plan: List[int], wherefore_out: Dict[str, Tensor]";
        if (owner.isPresent()) {
            int afterSelf = header.find(",", 3, header.closing(2));
            edits.insert(header.token(afterSelf - 1).end(), ", " + more);
        } else {
            edits.insert(header.token(2).end(), more + ", ");
        }
    }

    /** Where nothing below is asked for, the original does, at its full speed. */
    private void startWithTheShortWay(ClassDefinition type) {
        Line first = original.body().get(0);
        String indent = " ".repeat(first.indent());
        String arguments =
                original.parameters().stream()
                        .skip(1)
                        .map(p -> p.name() + ", ")
                        .collect(Collectors.joining());
        String self = original.parameters().get(0).name();
        edits.insert(
                first.start(),
                "if torch.__not__(%sactive(%s, %d, wherefore_plan)):\n%s  return (%s).%s(%s)\n%s"
                        .formatted(
                                TAPS,
                                SELF,
                                twins.tree().size(type),
                                indent,
                                self,
                                original.name(),
                                arguments,
                                indent));
    }

    private void tapWhatIsReturned(Line line) {
        if (line.startsWith("return") && line.size() > 1) {
            edits.insert(line.token(1).start(), TAPS + "tap(" + SELF + ", " + PASSED_ON);
            edits.insert(line.end(), ")");
        }
    }

    private void rewrite(Line line) {
        int assigned = line.find("=", 0, line.size());
        if (assigned == line.size()) {
            evaluate(line, 0, line.size());
            return;
        }
        evaluate(line, 0, assigned);
        Value value = evaluate(line, assigned + 1, line.size());
        if (value instanceof Dotted function && hasTwin(function.name())) {
            edits.replace(function.start(), function.end(), twinName(function.name()));
            value = new TwinFunction(function.name());
        }
        if (assigned == 1) {
            locals.put(line.token(0).text(), value);
        }
    }

    /** Rewrites what stands in {@code [from, to)}; its value is known if it is one primary. */
    private Value evaluate(Line line, int from, int to) {
        Value value = Value.OTHER;
        int primaries = 0;
        int i = from;
        while (i < to) {
            Token token = line.token(i);
            if (startsPrimary(token)) {
                Primary primary = new Primary(line, i, to);
                value = primary.read();
                i = primary.at;
                primaries++;
            } else {
                primaries++;
                i++;
            }
        }
        return primaries == 1 ? value : Value.OTHER;
    }

    private static boolean startsPrimary(Token token) {
        if (token.kind() == Token.Kind.SYMBOL) {
            return token.is("(") || token.is("[") || token.is("{");
        }
        return !(token.isName() && KEYWORDS.contains(token.text()));
    }

    private boolean hasTwin(String function) {
        return twins.ofFunction(function).flatMap(Twin::text).isPresent();
    }

    private static String twinName(String function) {
        int dot = function.lastIndexOf('.') + 1;
        return function.substring(0, dot) + Twins.PREFIX + function.substring(dot);
    }

    private String number(int distance) {
        return distance == 0 ? SELF : "torch.add(" + SELF + ", " + distance + ")";
    }

    /** A name, literal or bracket, with the attributes, calls and subscripts behind it. */
    private final class Primary {

        private final Line line;
        private final int to;
        private int at;

        Primary(Line line, int from, int to) {
            this.line = line;
            this.at = from;
            this.to = to;
        }

        Value read() {
            Value value = start();
            while (at < to) {
                if (line.has(at, ".") && at + 1 < to) {
                    value = attribute(value, line.token(at + 1));
                    at += 2;
                } else if (line.has(at, "(")) {
                    value = call(value);
                } else if (line.has(at, "[")) {
                    inBrackets();
                    value = Value.OTHER;
                } else {
                    break;
                }
            }
            return value;
        }

        private Value start() {
            Token token = line.token(at);
            if (token.kind() == Token.Kind.SYMBOL) {
                return inBrackets();
            }
            if (token.is("getattr") && line.has(at + 1, "(")) {
                return getattr();
            }
            at++;
            if (!token.isName()) {
                return Value.OTHER;
            }
            if (ROOTS.contains(token.text())) {
                return new Dotted(token.text(), token.start(), token.end());
            }
            return locals.getOrDefault(token.text(), Value.OTHER);
        }

        private Value inBrackets() {
            boolean round = line.has(at, "(");
            int close = line.closing(at);
            Value inside = evaluate(line, at + 1, close);
            at = close + 1;
            return round ? inside : Value.OTHER;
        }

        /** {@code getattr(self.features, "0")}: how names that are no identifiers are written. */
        private Value getattr() {
            int close = line.closing(at + 1);
            int comma = line.find(",", at + 2, close);
            Value object = evaluate(line, at + 2, comma);
            Token name = line.token(comma + 1);
            at = close + 1;
            return object instanceof Module module ? child(module, name.unquoted()) : Value.OTHER;
        }

        private Value attribute(Value object, Token name) {
            if (object instanceof Dotted dotted) {
                return new Dotted(dotted.name() + "." + name.text(), dotted.start(), name.end());
            }
            if (object instanceof Module module) {
                Optional<Definition> method = module.type().method(name.text());
                return method.isPresent()
                        ? new Method(module, method.get(), name)
                        : child(module, name.text());
            }
            return Value.OTHER;
        }

        private Value child(Module module, String name) {
            Integer distance = twins.tree().distances(module.type()).get(name);
            return distance == null
                    ? Value.OTHER
                    : new Module(
                            module.distance() + distance,
                            twins.tree().childType(module.type(), name));
        }

        private Value call(Value callee) {
            int open = at;
            int close = line.closing(open);
            int afterOpen = line.token(open).end();
            if (callee instanceof Method method) {
                callMethod(method, afterOpen);
            } else if (callee instanceof TwinFunction) {
                edits.insert(afterOpen, SELF + ", " + PASSED_ON);
            } else if (callee instanceof Dotted function) {
                callFunction(function, open, close);
            }
            evaluate(line, open + 1, close);
            at = close + 1;
            return Value.OTHER;
        }

        private void callMethod(Method called, int afterOpen) {
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

        private void callFunction(Dotted function, int open, int close) {
            int afterOpen = line.token(open).end();
            String name = function.name();
            int second = line.find(",", open + 1, close);
            int third = line.find(",", Math.min(second + 1, close), close);
            if (RELUS.contains(name)) {
                toTaps(function, afterOpen);
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
    }
}
