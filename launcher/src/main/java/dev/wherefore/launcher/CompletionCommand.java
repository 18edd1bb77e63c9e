package dev.wherefore.launcher;

import jakarta.inject.Inject;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

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
final class CompletionCommand extends AbstractCommand {

    @Inject
    CompletionCommand() {}

    @Override
    public Integer call() {
        CommandSpec root = line().getCommandSpec().root();
        out().print(AutoComplete.bash(root.name(), root.commandLine()));
        return 0;
    }
}
