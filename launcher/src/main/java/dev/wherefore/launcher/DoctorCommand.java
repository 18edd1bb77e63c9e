package dev.wherefore.launcher;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at the machine and the engine, and says in sentences what would make it faster. */
@Command(
        name = "doctor",
        description =
                "Looks at Java, the engine, devices and threads, and says what would make it"
                        + " faster.",
        footer = {"", "Examples:", "  wherefore doctor", "  wherefore doctor --debug"})
final class DoctorCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private CommonOptions common;

    @Inject
    DoctorCommand() {}

    @Override
    public Integer call() {
        Diagnosis diagnosis = new Diagnosis(System::getProperty, System::getenv);
        spec.commandLine().getOut().println(diagnosis.text());
        return diagnosis.healthy() ? 0 : Cli.OURS;
    }
}
