package dev.wherefore.core.dataset;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.image.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What PASCAL VOC's and ILSVRC's files of XML say of a picture. A file that declares a document
 * type is refused, so that nothing outside it is ever asked for, and it is at most a megabyte.
 *
 * @param width the width that it gives the picture, 0 if it gives none
 * @param height the height that it gives the picture, 0 if it gives none
 * @param things the objects, in its order
 */
record XmlAnnotation(int width, int height, List<XmlThing> things) {

    private static final int MOST_BYTES = 1 << 20;
    private static final String ROOT = "annotation";
    private static final String OBJECT = "annotation/object";

    /** Copies the list. */
    XmlAnnotation {
        things = List.copyOf(things);
    }

    /** Refuses a picture of another size than it says, if it says one. */
    void requireSize(Path file, Size size) {
        boolean fits =
                (width <= 0 || width == size.width()) && (height <= 0 || height == size.height());
        if (!fits) {
            throw new UnusableRecord(
                    DataFault.SIZE,
                    "%s speaks of a picture of %dx%d pixels, and it has %s"
                            .formatted(file, height, width, size));
        }
    }

    /** What is made of an object. */
    @FunctionalInterface
    interface Reading {
        BoxedThing of(XmlThing thing) throws UnusableThing;
    }

    /**
     * Returns the objects that can be used.
     *
     * @param leftOut told why the others cannot
     * @param reading what is made of an object
     */
    List<BoxedThing> things(List<RecordFault> leftOut, Reading reading) {
        List<BoxedThing> usable = new ArrayList<>();
        for (XmlThing thing : things) {
            try {
                usable.add(reading.of(thing));
            } catch (UnusableThing e) {
                leftOut.add(e.fault());
            }
        }
        return usable;
    }

    /**
     * Reads a file.
     *
     * @throws UnusableRecord if it is not there, or is no such XML
     */
    static XmlAnnotation read(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new XMLStreamException("it has more than a megabyte");
            }
            return parse(bytes);
        } catch (NoSuchFileException e) {
            throw new UnusableRecord(DataFault.NO_RECORD, file + " is not there", e);
        } catch (XMLStreamException e) {
            throw new UnusableRecord(
                    DataFault.XML, "%s is no XML as VOC's: %s".formatted(file, lastLine(e)), e);
        } catch (IOException e) {
            throw new UnusableRecord(
                    DataFault.NO_RECORD, file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /** What is wrong; the lines before say where. */
    private static String lastLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().reduce((first, last) -> last).orElse("");
    }

    private static XmlAnnotation parse(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        Parts parts = new Parts();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> parts.begin(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS -> parts.text(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> parts.end();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("it declares a document type");
                default -> {
                    // comments and the like say nothing
                }
            }
        }
        return parts.annotation();
    }

    /** What was read so far. */
    private static final class Parts {

        private final Deque<String> open = new ArrayDeque<>();
        private final Map<String, String> own = new HashMap<>();
        private final List<XmlThing> things = new ArrayList<>();
        private Optional<Map<String, String>> thing = Optional.empty();

        void begin(String name) throws XMLStreamException {
            if (open.isEmpty() && !name.equals(ROOT)) {
                throw new XMLStreamException("it begins with '" + name + "'");
            }
            open.addLast(name);
            if (path().equals(OBJECT)) {
                thing = Optional.of(new HashMap<>());
            }
        }

        void text(String text) {
            if (!text.isBlank()) {
                String path = path();
                thing.ifPresentOrElse(
                        texts -> texts.put(below(path), text.strip()),
                        () -> own.put(path, text.strip()));
            }
        }

        void end() {
            if (path().equals(OBJECT)) {
                thing.ifPresent(texts -> things.add(new XmlThing(texts)));
                thing = Optional.empty();
            }
            open.removeLast();
        }

        private String path() {
            return String.join("/", open);
        }

        private static String below(String path) {
            return path.equals(OBJECT) ? "" : path.substring(OBJECT.length() + 1);
        }

        XmlAnnotation annotation() {
            return new XmlAnnotation(
                    whole("annotation/size/width"), whole("annotation/size/height"), things);
        }

        private int whole(String path) {
            String text = own.getOrDefault(path, "");
            return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        }
    }
}
