package dev.wherefore.core.evaluate;

import dev.wherefore.core.UserError;
import dev.wherefore.core.dataset.DataFault;
import dev.wherefore.core.dataset.UnusableRecord;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Reads pictures among many, of which some may be broken. */
final class Photographs {

    private Photographs() {}

    /** The picture in a file; one that is missing or broken is an {@link UnusableRecord}. */
    static Picture read(Path file) {
        return read(file, () -> new PictureReader().read(file));
    }

    /** What reading a picture's file gives. */
    static <T> T read(Path file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UserError e) {
            DataFault fault = Files.exists(file) ? DataFault.PICTURE : DataFault.NO_PICTURE;
            throw new UnusableRecord(fault, e.getMessage(), e);
        }
    }
}
