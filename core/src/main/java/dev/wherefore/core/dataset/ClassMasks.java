package dev.wherefore.core.dataset;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.scene.Mask;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The pixels of each class of a picture, as VOC draws them: a PNG whose palette's indexes are the
 * classes, 0 the background, 255 what belongs to none ("void").
 *
 * @see <a href="http://host.robots.ox.ac.uk/pascal/VOC/voc2012/htmldoc/index.html">The PASCAL VOC
 *     2012 development kit, section 3.1</a>
 */
final class ClassMasks {

    private static final int VOID = 255;

    private final Map<String, Mask> byLabel;
    private final Optional<Mask> unknown;

    private ClassMasks(Map<String, Mask> byLabel, Optional<Mask> unknown) {
        this.byLabel = Map.copyOf(byLabel);
        this.unknown = unknown;
    }

    /**
     * Reads the masks of a picture.
     *
     * @param file the PNG, which is there
     * @param size the picture's size
     * @param classes the classes' names, the first for index 1
     * @throws UnusableRecord if it is no such PNG
     */
    static ClassMasks read(Path file, Size size, List<String> classes) {
        Raster indexes = indexes(file, size);
        Map<Integer, BitSet> pixels = new HashMap<>();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int index = indexes.getSample(x, y, 0);
                if (index != 0) {
                    pixels.computeIfAbsent(index, i -> new BitSet()).set(y * size.width() + x);
                }
            }
        }
        Map<String, Mask> byLabel = new HashMap<>();
        Optional<Mask> unknown = Optional.empty();
        for (Map.Entry<Integer, BitSet> entry : pixels.entrySet()) {
            Mask mask = Mask.of(size.width(), size.height(), entry.getValue());
            if (entry.getKey() == VOID) {
                unknown = Optional.of(mask);
            } else if (entry.getKey() <= classes.size()) {
                byLabel.put(classes.get(entry.getKey() - 1), mask);
            } else {
                throw new UnusableRecord(
                        DataFault.MASK,
                        "%s has the class %d, and there are %d classes"
                                .formatted(file, entry.getKey(), classes.size()));
            }
        }
        return new ClassMasks(byLabel, unknown);
    }

    private static Raster indexes(Path file, Size size) {
        try (InputStream bytes = Files.newInputStream(file);
                ImageInputStream input = new MemoryCacheImageInputStream(bytes)) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            try {
                reader.setInput(input, true, true);
                if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
                    throw broken(file, "it is not as large as its picture");
                }
                BufferedImage image = reader.read(0);
                boolean grey = image.getRaster().getNumBands() == 1;
                if (!(image.getColorModel() instanceof IndexColorModel)
                        && !(grey && image.getSampleModel().getSampleSize(0) == Byte.SIZE)) {
                    throw broken(file, "it has no palette");
                }
                return image.getRaster();
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            String reason = e instanceof IOException io ? IoReason.of(io) : "it is damaged";
            throw new UnusableRecord(
                    DataFault.MASK, "%s is no PNG of masks: %s".formatted(file, reason), e);
        }
    }

    private static UnusableRecord broken(Path file, String reason) {
        return new UnusableRecord(
                DataFault.MASK, "%s is no PNG of masks: %s".formatted(file, reason));
    }

    /** The pixels of a class, if there are any. */
    Optional<Mask> of(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /** The pixels of which nobody has said what they show. */
    Optional<Mask> unknown() {
        return unknown;
    }
}
