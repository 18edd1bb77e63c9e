package dev.wherefore.launcher;

import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.ConfigSchema;
import dev.wherefore.core.experiment.config.Vocabulary;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of configs. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema of configs, by which editors complete and check them.",
        footer = {
            "",
            "Example:",
            "  wherefore schema > wherefore.schema.json",
            "and in the first line of a config:",
            "  # yaml-language-server: $schema=wherefore.schema.json"
        })
final class SchemaCommand extends AbstractCommand {

    private final Vocabulary vocabulary;
    private final Tasks tasks;

    @Inject
    SchemaCommand(Vocabulary vocabulary, Tasks tasks) {
        this.vocabulary = vocabulary;
        this.tasks = tasks;
    }

    @Override
    public Integer call() {
        String schema = new ConfigSchema(vocabulary).of(RunConfig.class, tasks.keys());
        out().print(schema);
        return 0;
    }
}
