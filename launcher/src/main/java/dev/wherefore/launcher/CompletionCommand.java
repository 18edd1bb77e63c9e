package dev.wherefore.launcher;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in bash and zsh. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in bash and zsh.",
        footer = {
            "",
            "Examples:",
            "  source <(wherefore completion)",
            "  wherefore completion > ~/.local/share/bash-completion/completions/wherefore"
        })
final class CompletionCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private CommonOptions common;

    @Inject
    CompletionCommand() {}

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        root.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
        return 0;
    }
}
