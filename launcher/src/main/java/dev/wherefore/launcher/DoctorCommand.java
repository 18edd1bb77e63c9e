package dev.wherefore.launcher;

import jakarta.inject.Inject;
import picocli.CommandLine.Command;

/** Looks at the machine and the engine, and says in sentences what would make it faster. */
@Command(
        name = "doctor",
        description =
                "Looks at Java, the engine, devices and threads, and says what would make it"
                        + " faster.",
        footer = {"", "Examples:", "  wherefore doctor", "  wherefore doctor --debug"})
final class DoctorCommand extends AbstractCommand {

    @Inject
    DoctorCommand() {}

    @Override
    public Integer call() {
        Diagnosis diagnosis = new Diagnosis(System::getProperty, System::getenv);
        out().println(diagnosis.text());
        return diagnosis.healthy() ? 0 : Cli.OURS;
    }
}
