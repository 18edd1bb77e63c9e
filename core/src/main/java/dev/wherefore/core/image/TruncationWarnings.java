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
    private static final String NO_DATA = "premature end of data segment";

    private final List<String> heard = new ArrayList<>();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        heard.add(warning);
    }

    /** Fails if pixels are missing; a JPEG that lacks nothing but its end marker passes. */
    void check() throws EOFException {
        if (heard(NO_END) && heard(NO_DATA)) {
            throw new EOFException(String.join("; ", heard));
        }
    }

    private boolean heard(String part) {
        return heard.stream().anyMatch(w -> w.contains(part));
    }
}
