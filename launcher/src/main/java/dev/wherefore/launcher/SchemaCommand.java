package dev.wherefore.launcher;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnoses;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.EvaluationTasks;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.ConfigSchema;
import dev.wherefore.core.experiment.config.KeyTables;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.train.TrainConfig;
import jakarta.inject.Inject;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of configs. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema of configs, by which editors complete and check them, or"
                        + " all keys as tables.",
        footer = {
            "",
            "Examples:",
            "  wherefore schema > wherefore.schema.json",
            "  wherefore schema train > train.schema.json",
            "  wherefore schema evaluate --tables",
            "and in the first line of a config:",
            "  # yaml-language-server: $schema=wherefore.schema.json"
        })
final class SchemaCommand extends AbstractCommand {

    private final Vocabulary vocabulary;
    private final Tasks tasks;
    private final TrainingTasks trainings;
    private final EvaluationTasks evaluations;
    private final Diagnoses diagnoses;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..1",
            defaultValue = "run",
            description = "Whose configs: run, train, evaluate or diagnose; default: run.")
    private Configs configs = Configs.RUN;

    @Option(names = "--tables", description = "Prints tables in Markdown, to be read by people.")
    private boolean tables;

    /** The commands that take configs. */
    private enum Configs {
        RUN,
        TRAIN,
        EVALUATE,
        DIAGNOSE
    }

    @Inject
    SchemaCommand(
            Vocabulary vocabulary,
            Tasks tasks,
            TrainingTasks trainings,
            EvaluationTasks evaluations,
            Diagnoses diagnoses) {
        this.vocabulary = vocabulary;
        this.tasks = tasks;
        this.trainings = trainings;
        this.evaluations = evaluations;
        this.diagnoses = diagnoses;
    }

    @Override
    public Integer call() {
        String schema = schema();
        if (tables) {
            String command = configs.name().toLowerCase(Locale.ROOT);
            out().print("# The keys of `" + command + "`\n\n");
            out().print("Printed by `./wherefore schema " + command + " --tables`. ");
            out().print(
                            "[Configs](../configs.md) says how they are written, and shows them in"
                                    + " use.\n");
            out().print(new KeyTables(schema).markdown());
        } else {
            out().print(schema);
        }
        return 0;
    }

    private String schema() {
        ConfigSchema schema = new ConfigSchema(vocabulary);
        return switch (configs) {
            case RUN -> schema.of(RunConfig.class, tasks.keys());
            case TRAIN -> schema.of(TrainConfig.class, trainings.keys());
            case EVALUATE -> schema.of(EvaluateConfig.class, evaluations.keys());
            case DIAGNOSE ->
                    schema.of(DiagnoseConfig.DIAGNOSIS, DiagnoseConfig.class, diagnoses.keys());
        };
    }
}
