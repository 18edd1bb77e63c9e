package dev.wherefore.core.image;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears a reader say that a file ended too early, which it would forgive with a half-grey picture.
 */
final class TruncationWarnings implements IIOReadWarningListener {

    private static final String NO_END = "Missing EOI marker";

    private final List<String> heard = new ArrayList<>();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        heard.add(warning);
    }

    /** Fails if the end is missing, as Pillow does. */
    void check() throws EOFException {
        if (heard.stream().anyMatch(w -> w.contains(NO_END))) {
            throw new EOFException(String.join("; ", heard));
        }
    }
}
