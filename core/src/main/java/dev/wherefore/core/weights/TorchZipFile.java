package dev.wherefore.core.weights;

import dev.wherefore.core.UserError;
import dev.wherefore.core.weights.PickleValue.Storage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of {@code torch.save} since PyTorch 1.6: a zip of a pickle and of storages. */
final class TorchZipFile implements TorchStorages {

    private static final String PICKLE = "/data.pkl";

    private final FileBytes bytes;
    private final StoredZip zip;
    private final String folder;
    private final Map<String, Long> starts = new HashMap<>();

    private TorchZipFile(FileBytes bytes, StoredZip zip, String folder) {
        this.bytes = bytes;
        this.zip = zip;
        this.folder = folder;
    }

    static StateDict read(FileBytes bytes) {
        StoredZip zip = StoredZip.open(bytes);
        TorchZipFile file = new TorchZipFile(bytes, zip, folder(bytes, zip));
        file.refuseProgram();
        file.requireLittleEndian();
        StoredZip.Span span = zip.find(file.folder + PICKLE).orElseThrow();
        PickleValue root =
                Unpickler.read(new FileCursor(bytes, span.start(), span.start() + span.size()));
        return new TorchTensors(bytes, file).stateDict(root);
    }

    private static String folder(FileBytes bytes, StoredZip zip) {
        List<String> pickles =
                zip.names().stream()
                        .filter(n -> n.endsWith(PICKLE))
                        .filter(n -> n.indexOf('/') == n.length() - PICKLE.length())
                        .toList();
        if (pickles.size() != 1) {
            throw new UserError(
                    "'"
                            + bytes.file()
                            + "' "
                            + ForeignFile.otherZip(zip.names())
                            + ForeignFile.READ);
        }
        return pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
    }

    private void refuseProgram() {
        boolean program =
                zip.names().contains(folder + "/constants.pkl")
                        || zip.names().stream().anyMatch(n -> n.startsWith(folder + "/code/"));
        if (program) {
            throw new UserError(
                    "'"
                            + bytes.file()
                            + "' is a TorchScript program, which is loaded as a model by its path"
                            + " and needs no file of weights; save model.state_dict() for the"
                            + " weights alone");
        }
    }

    private void requireLittleEndian() {
        Optional<StoredZip.Span> order = zip.find(folder + "/byteorder");
        if (order.isPresent()) {
            StoredZip.Span span = order.get();
            FileCursor cursor = new FileCursor(bytes, span.start(), span.start() + span.size());
            String text = new String(cursor.bytes(span.size()), StandardCharsets.UTF_8).strip();
            if (!text.equals("little")) {
                throw TorchTensors.bigEndian(bytes.file());
            }
        }
    }

    @Override
    public long start(Storage storage) {
        Long known = starts.get(storage.key());
        if (known != null) {
            return known;
        }
        String name = folder + "/data/" + storage.key();
        StoredZip.Span span =
                zip.find(name)
                        .orElseThrow(
                                () ->
                                        TorchTensors.broken(
                                                bytes.file(),
                                                "the numbers "
                                                        + Quoted.name(name)
                                                        + " are missing"));
        if (span.size() % storage.type().bytes() != 0
                || span.size() / storage.type().bytes() != storage.count()) {
            throw TorchTensors.broken(
                    bytes.file(),
                    Quoted.name(name)
                            + " has "
                            + span.size()
                            + " bytes and should have "
                            + storage.count()
                            + " numbers of type "
                            + storage.type());
        }
        starts.put(storage.key(), span.start());
        return span.start();
    }
}
