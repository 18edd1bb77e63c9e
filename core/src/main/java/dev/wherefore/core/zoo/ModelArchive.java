package dev.wherefore.core.zoo;

import ai.djl.Model;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the TorchScript archive of a model that DJL has loaded lies. DJL keeps the folder and the
 * model's name, not the file, so the file is looked for as DJL does.
 */
final class ModelArchive {

    private ModelArchive() {}

    /**
     * Returns a model's archive.
     *
     * @throws UserError if there is none: the model was loaded from a stream, or made in Java
     */
    static Path of(Model model) {
        Path place = model.getModelPath();
        if (place == null) {
            throw new UserError(
                    "the model '"
                            + model.getName()
                            + "' has no file: it was loaded from a stream or made in Java; load it"
                            + " with optModelPath, or open the network with TorchScriptNetwork or"
                            + " NetworkFamilies");
        }
        return Files.isDirectory(place) ? inFolder(model, place) : place;
    }

    private static Path inFolder(Model model, Path folder) {
        return Stream.of(
                        model.getName(),
                        String.valueOf(folder.getFileName()),
                        "traced_model",
                        "model")
                .flatMap(name -> Stream.of(name, name + ".pt"))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .or(() -> onlyArchive(folder))
                .orElseThrow(
                        () ->
                                new UserError(
                                        "the folder "
                                                + folder
                                                + " of the model '"
                                                + model.getName()
                                                + "' must hold its TorchScript archive, "
                                                + model.getName()
                                                + ".pt; a model that was loaded from a stream"
                                                + " keeps none"));
    }

    private static Optional<Path> onlyArchive(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives = files.filter(file -> file.toString().endsWith(".pt")).toList();
            return archives.size() == 1 ? Optional.of(archives.get(0)) : Optional.empty();
        } catch (IOException e) {
            throw new UserError(folder + " cannot be read: " + IoReason.of(e), e);
        }
    }
}
