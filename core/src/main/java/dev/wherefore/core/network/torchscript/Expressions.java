package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.network.torchscript.Value.Dotted;
import dev.wherefore.core.network.torchscript.Value.Method;
import dev.wherefore.core.network.torchscript.Value.Module;
import dev.wherefore.core.network.torchscript.Value.TwinFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the expressions of one function as far as needed to know which of them stand for modules
 * and functions, and has every call of these rewritten.
 */
final class Expressions {

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

    private final ModuleTree tree;
    private final CallRewriter calls;
    private final Map<String, Value> locals = new HashMap<>();

    Expressions(ModuleTree tree, CallRewriter calls) {
        this.tree = tree;
        this.calls = calls;
    }

    /** Says what a local variable stands for from here on. */
    void assign(String variable, Value value) {
        locals.put(variable, value);
    }

    /** Rewrites what stands in {@code [from, to)}; its value is known if it is one primary. */
    Value evaluate(Line line, int from, int to) {
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
            Integer distance = tree.distances(module.type()).get(name);
            return distance == null
                    ? Value.OTHER
                    : new Module(module.distance() + distance, tree.childType(module.type(), name));
        }

        private Value call(Value callee) {
            int open = at;
            int close = line.closing(open);
            int afterOpen = line.token(open).end();
            if (callee instanceof Method method) {
                calls.method(method, afterOpen);
            } else if (callee instanceof TwinFunction) {
                calls.twinFunction(afterOpen);
            } else if (callee instanceof Dotted function) {
                calls.function(line, function, open, close);
            }
            evaluate(line, open + 1, close);
            at = close + 1;
            return Value.OTHER;
        }
    }
}
