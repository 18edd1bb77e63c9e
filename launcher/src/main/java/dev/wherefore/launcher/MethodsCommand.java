package dev.wherefore.launcher;

import dev.wherefore.core.method.Method;
import dev.wherefore.core.method.MethodCard;
import dev.wherefore.core.method.Methods;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class MethodsCommand implements Callable<Integer> {

    private final Methods methods;

    @Spec private CommandSpec spec;

    @Mixin private CommonOptions common;

    @Parameters(paramLabel = "METHOD", arity = "0..1", description = "One method.")
    private String name;

    @Inject
    MethodsCommand(Methods methods) {
        this.methods = methods;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            for (Method method : methods.all()) {
                MethodCard card = method.card();
                out.printf("%-24s %-18s %s%n", card.name(), card.cost(), card.goodFor());
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
