package dev.wherefore.launcher;

import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodCard;
import dev.wherefore.core.method.Methods;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the methods, or tells about one. */
@Command(
        name = "methods",
        description = "Lists the methods; with a name, tells what it needs, costs and is good for.",
        footer = {
            "",
            "Costs: F a forward pass, B a backward pass through the whole network, b one from the"
                    + " layer.",
            "",
            "Examples:",
            "  wherefore methods",
            "  wherefore methods grad-cam"
        })
final class MethodsCommand extends AbstractCommand {

    private final Methods methods;

    @Parameters(paramLabel = "METHOD", arity = "0..1", description = "One method.")
    private @Nullable String name;

    @Inject
    MethodsCommand(Methods methods) {
        this.methods = methods;
    }

    @Override
    public Integer call() {
        PrintWriter out = out();
        if (name == null) {
            for (Method method : methods.all()) {
                MethodCard card = method.card();
                out.printf("%-28s %-18s %s%n", card.name(), card.cost(), card.goodFor());
            }
            return 0;
        }
        MethodCard card = methods.get(name).card();
        out.println(card.title() + " (" + card.name() + ")");
        out.println("  raw map   " + card.formula());
        out.println("  needs     " + card.needs());
        out.println("  cost      " + card.cost());
        out.println("  good for  " + card.goodFor());
        out.println("  mind      " + card.caution());
        out.println("  source    " + card.source());
        return 0;
    }
}
