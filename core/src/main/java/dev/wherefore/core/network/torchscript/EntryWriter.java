package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.network.torchscript.Definition.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the method by which a rewritten program is entered. It takes tensors alone, turns them
 * into the arguments of the original entry (numbers among them), runs its twin, and puts what it
 * returns, however nested, into the dictionary of tensors that the taps have filled.
 */
final class EntryWriter {

    /** The entry's name. */
    static final String NAME = "wherefore_run";

    private static final String TENSOR = "__torch__.wherefore_taps.given";

    private final Program program;
    private final Definition entry;
    private final String className;
    private final int floatType;
    private final StringBuilder text = new StringBuilder();

    /**
     * Constructs a writer.
     *
     * @param floatType PyTorch's number of the type that floating-point tensors are turned into, or
     *     0 if they stay as they are
     */
    EntryWriter(Program program, String className, Definition entry, int floatType) {
        this.program = program;
        this.className = className;
        this.entry = entry;
        this.floatType = floatType;
    }

    /**
     * Returns the method's text.
     *
     * @param twin whether the entry has a twin to run; else the original is run
     */
    String write(boolean twin) {
        line(1, "def %s(self: %s,", NAME, className);
        line(2, "plan_tensor: Tensor,");
        line(2, "counts: Tensor,");
        line(2, "added: List[Tensor],");
        line(2, "inputs: List[Tensor]) -> Dict[str, Tensor]:");
        line(2, "plan = annotate(List[int], [])");
        line(2, "for i in range(torch.len(plan_tensor)):");
        line(3, "_0 = torch.append(plan, int(plan_tensor[i]))");
        line(2, "out = annotate(Dict[str, Tensor], {})");
        line(2, "for a in range(torch.len(added)):");
        line(3, "if torch.gt(torch.numel(added[a]), 0):");
        line(4, "torch._set_item(out, torch.format(\"added.{}\", a), added[a])");
        line(2, "next = 0");
        List<String> arguments = new ArrayList<>();
        List<Parameter> parameters = parameters(entry);
        for (int i = 0; i < parameters.size(); i++) {
            argument(i, parameters.get(i));
            arguments.add("argument" + i + ", ");
        }
        String prefix = twin ? Twins.PREFIX : "";
        String first = twin ? "0, plan, out, " : "";
        line(
                2,
                "result = (self).%s%s(%s%s)",
                prefix,
                entry.name(),
                first,
                String.join("", arguments));
        text.append(new ResultWriter(program).write(entry.returnType(), "result"));
        line(2, "for j in range(plan[4]):");
        line(3, "seen = plan[torch.add(9, torch.mul(3, j))]");
        line(3, "torch._set_item(out, torch.format(\"seen.{}\", j), torch.tensor(seen))");
        line(2, "return out");
        return text.toString();
    }

    static List<Parameter> parameters(Definition entry) {
        return entry.parameters().subList(1, entry.parameters().size());
    }

    /** Why a parameter cannot be given from outside, or nothing. */
    static Optional<String> refusal(Parameter parameter) {
        boolean can = conversion(parameter.type()).isPresent() || isTensorList(parameter);
        return can || parameter.defaultValue().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "its input '%s' is a %s; tensors, lists of tensors and numbers can be given"
                                .formatted(parameter.name(), parameter.type()));
    }

    private static boolean isTensorList(Parameter parameter) {
        return parameter.type().equals("List[Tensor]");
    }

    /** The function that makes an argument of a tensor given. */
    private static Optional<String> conversion(String type) {
        return switch (type) {
            case "Tensor", "Optional[Tensor]" -> Optional.of(TENSOR);
            case "int", "Optional[int]" -> Optional.of("int");
            case "float", "Optional[float]" -> Optional.of("float");
            case "bool", "Optional[bool]" -> Optional.of("bool");
            default -> Optional.empty();
        };
    }

    private String convert(String function, String tensor) {
        String more = function.equals(TENSOR) ? ", " + floatType : "";
        return function + "(" + tensor + more + ")";
    }

    private void argument(int i, Parameter parameter) {
        String name = "argument" + i;
        String type = parameter.type();
        Optional<String> converted = conversion(type).map(f -> convert(f, "inputs[next]"));
        Optional<String> fallback = parameter.defaultValue();
        if (converted.isEmpty() && !isTensorList(parameter)) {
            line(2, "%s = annotate(%s, %s)", name, type, fallback.orElse("None"));
            return;
        }
        int depth = 2;
        if (fallback.isPresent()) {
            line(2, "%s = annotate(%s, %s)", name, type, fallback.get());
            line(2, "if torch.ge(int(counts[%d]), 0):", i);
            depth = 3;
        }
        if (isTensorList(parameter)) {
            line(depth, "%s = annotate(List[Tensor], [])", name);
            line(depth, "for k%d in range(int(counts[%d])):", i, i);
            String element = convert(TENSOR, "inputs[torch.add(next, k" + i + ")]");
            line(depth + 1, "_1 = torch.append(%s, %s)", name, element);
            line(depth, "next = torch.add(next, int(counts[%d]))", i);
        } else {
            line(depth, "%s = %s", name, converted.orElseThrow());
            line(depth, "next = torch.add(next, 1)");
        }
    }

    private void line(int depth, String format, Object... arguments) {
        text.append("  ".repeat(depth)).append(format.formatted(arguments)).append('\n');
    }
}
