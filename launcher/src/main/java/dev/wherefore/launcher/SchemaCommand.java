package dev.wherefore.launcher;

import dev.wherefore.core.diagnose.DiagnoseConfig;
import dev.wherefore.core.diagnose.Diagnoses;
import dev.wherefore.core.evaluate.EvaluateConfig;
import dev.wherefore.core.evaluate.EvaluationTasks;
import dev.wherefore.core.experiment.RunConfig;
import dev.wherefore.core.experiment.config.ConfigSchema;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.train.TrainConfig;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of configs. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema of configs, by which editors complete and check them.",
        footer = {
            "",
            "Examples:",
            "  wherefore schema > wherefore.schema.json",
            "  wherefore schema train > train.schema.json",
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
        ConfigSchema schema = new ConfigSchema(vocabulary);
        out().print(
                        switch (configs) {
                            case RUN -> schema.of(RunConfig.class, tasks.keys());
                            case TRAIN -> schema.of(TrainConfig.class, trainings.keys());
                            case EVALUATE -> schema.of(EvaluateConfig.class, evaluations.keys());
                            case DIAGNOSE ->
                                    schema.of(
                                            DiagnoseConfig.DIAGNOSIS,
                                            DiagnoseConfig.class,
                                            diagnoses.keys());
                        });
        return 0;
    }
}
