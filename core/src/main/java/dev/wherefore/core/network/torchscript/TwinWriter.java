package dev.wherefore.core.network.torchscript;

import dev.wherefore.core.network.torchscript.Twins.Twin;
import dev.wherefore.core.network.torchscript.Value.Dotted;
import dev.wherefore.core.network.torchscript.Value.Module;
import dev.wherefore.core.network.torchscript.Value.TwinFunction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the twin of one method or function by editing its text: calls of modules go to their twins
 * with the number passed on, ReLUs to functions that may cut, softmaxes to functions that may tap,
 * and what a {@code forward} returns through the tap.
 */
final class TwinWriter {

    private final Twins twins;
    private final SourceFile file;
    private final Optional<ClassDefinition> owner;
    private final Definition original;
    private final Edits edits = new Edits();
    private final CallRewriter calls;
    private final Expressions expressions;

    TwinWriter(Twins twins, SourceFile file, Optional<ClassDefinition> owner, Definition original) {
        this.twins = twins;
        this.file = file;
        this.owner = owner;
        this.original = original;
        this.calls = new CallRewriter(twins, edits);
        this.expressions = new Expressions(twins.tree(), calls);
        owner.ifPresent(
                type ->
                        expressions.assign(
                                original.parameters().get(0).name(), new Module(0, type)));
    }

    Twin write() {
        original.body().forEach(this::rewrite);
        boolean tapped = owner.isPresent() && original.isForward() && original.returnsTensor();
        if (edits.isEmpty() && !tapped) {
            return new Twin(Optional.empty(), List.of(), false);
        }
        if (tapped) {
            original.body().forEach(this::tapWhatIsReturned);
        }
        owner.ifPresent(this::startWithTheShortWay);
        rewriteHeader();
        String text =
                " ".repeat(original.header().indent())
                        + edits.apply(file.text(), original.start(), original.end());
        return new Twin(Optional.of(text), calls.calls(), calls.softmax());
    }

    private void rewriteHeader() {
        Line header = original.header();
        Token name = header.token(1);
        edits.insert(name.start(), Twins.PREFIX);
        String more =
                CallRewriter.SELF
                        + ": int, wherefore_plan: List[int], wherefore_out: Dict[str, Tensor]";
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
                                CallRewriter.TAPS,
                                CallRewriter.SELF,
                                twins.tree().size(type),
                                indent,
                                self,
                                original.name(),
                                arguments,
                                indent));
    }

    private void tapWhatIsReturned(Line line) {
        if (line.startsWith("return") && line.size() > 1) {
            edits.insert(
                    line.token(1).start(),
                    CallRewriter.TAPS + "tap(" + CallRewriter.SELF + ", " + CallRewriter.PASSED_ON);
            edits.insert(line.end(), ")");
        }
    }

    private void rewrite(Line line) {
        int assigned = line.find("=", 0, line.size());
        if (assigned == line.size()) {
            expressions.evaluate(line, 0, line.size());
            return;
        }
        expressions.evaluate(line, 0, assigned);
        Value value = expressions.evaluate(line, assigned + 1, line.size());
        if (value instanceof Dotted function && calls.mention(function)) {
            value = new TwinFunction(function.name());
        }
        if (assigned == 1) {
            expressions.assign(line.token(0).text(), value);
        }
    }
}
