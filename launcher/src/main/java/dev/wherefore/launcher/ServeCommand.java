package dev.wherefore.launcher;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.config.ConfigFile;
import dev.wherefore.launcher.serve.ServeSettings;
import dev.wherefore.launcher.serve.ServedModels;
import dev.wherefore.launcher.serve.WebServer;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves a page that explains pictures. */
@Command(
        name = "serve",
        description = "Serves a page, and an API, that explain pictures which are dropped there.",
        footer = {
            "",
            "Examples:",
            "  wherefore serve",
            "  wherefore serve my.yaml other.yaml --port 9000",
            "  WHEREFORE_TOKEN=... wherefore serve --host 0.0.0.0",
            "",
            "Ctrl-C ends it. A config's name is the model's; its pictures are not looked at.",
            "",
            "Environment:",
            "  WHEREFORE_TOKEN   the token, where --token is not given",
        })
final class ServeCommand extends AbstractCommand {

    /** What is served where no config is named, and the pictures that the page offers. */
    private static final List<String> BUNDLED =
            List.of("configs/classification.yaml", "configs/captioning.yaml", "configs/vqa.yaml");

    private static final List<String> EXAMPLES =
            Stream.of(1, 3, 6, 12, 18, 24)
                    .map(n -> "test-data/scenes/images/scene-%06d.png".formatted(n))
                    .toList();

    private static final int TOKEN_BYTES = 16;

    private final ServedModels.Opener models;

    @Mixin private final DeviceOption device = new DeviceOption();

    @Mixin private final LimitOptions limits = new LimitOptions();

    @Parameters(
            paramLabel = "CONFIG",
            arity = "0..*",
            description = "Configs for 'wherefore run', a model each; else the bundled ones.")
    private final List<Path> configs = new ArrayList<>();

    @Option(
            names = "--port",
            defaultValue = "8787",
            description = "Where to listen; 0 for any that is free; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "The address to listen at; others than this machine must know a token; default:"
                            + " ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A name that a proxy before this server is called by; may be repeated.")
    private final List<String> names = new ArrayList<>();

    @Option(
            names = "--token",
            defaultValue = "${env:WHEREFORE_TOKEN:-}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "What those who ask must know; else a random one, where one is needed.")
    private String token = "";

    @Inject
    ServeCommand(ServedModels.Opener models) {
        this.models = models;
    }

    @Override
    public Integer call() {
        Optional<String> secret = secret();
        ServeSettings settings = new ServeSettings(host, port, names, secret, limits.limits());
        List<Path> chosen = chosen();
        // what is wrong with any of them, before the first network is loaded
        chosen.forEach(c -> OtherCommand.named(c, () -> models.read(ConfigFile.read(c))));
        try (ServedModels opened = models.open(chosen, device.device());
                WebServer server =
                        new WebServer(settings, opened, existing(EXAMPLES), this::fault)) {
            server.start();
            out().println(started(opened, server, secret));
            out().flush();
            untilTheEnd(
                    () -> {
                        server.close();
                        opened.close();
                    });
        }
        return 0;
    }

    private Optional<String> secret() {
        if (!token.isEmpty()) {
            return Optional.of(token);
        }
        if (!ServeSettings.needsToken(host, names)) {
            return Optional.empty();
        }
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Optional.of(HexFormat.of().formatHex(random));
    }

    /** The configs that are named, else the bundled ones. */
    private List<Path> chosen() {
        if (!configs.isEmpty()) {
            return configs;
        }
        List<Path> bundled = existing(BUNDLED);
        if (bundled.isEmpty()) {
            throw new UserError(
                    "the bundled configs are not there; name a config, as in 'wherefore serve"
                            + " my.yaml'");
        }
        return bundled;
    }

    private static List<Path> existing(List<String> names) {
        Path home = Path.of(System.getProperty("wherefore.home", ""));
        return names.stream().map(home::resolve).filter(Files::exists).toList();
    }

    /** One line; a token that the user chose is not shown. */
    private String started(ServedModels opened, WebServer server, Optional<String> secret) {
        String address = server.address();
        if (secret.isPresent()) {
            address += token.isEmpty() ? "#token=" + secret.get() : " (which asks for the token)";
        }
        return "serving %s at %s; Ctrl-C ends it"
                .formatted(String.join(", ", opened.names()), address);
    }

    /**
     * Serves until this thread is interrupted, which it is when the program is told to end: the
     * program then waits until all is closed.
     */
    private static void untilTheEnd(Runnable close) {
        Thread hook = new Thread(close, "wherefore-serve-ends");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void fault(Throwable fault) {
        line().getErr().println("wherefore: this should not have happened: " + fault);
        fault.printStackTrace(line().getErr());
    }
}
