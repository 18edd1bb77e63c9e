package dev.wherefore.core.dataset;

import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of pictures, and a table of what they show: the columns {@code file} and {@code label},
 * and, where it is known where, {@code x}, {@code y}, {@code width} and {@code height} of a box in
 * pixels. A picture with several things has several lines. The table is kept in memory, the
 * pictures are not.
 */
public final class TableSet implements PhotoSet {

    private static final String FILE = "file";
    private static final String LABEL = "label";
    private static final List<String> BOX = List.of("x", "y", "width", "height");

    /**
     * A line of the table.
     *
     * @param box left, top, width and height; nothing where none is given
     */
    private record Line(String label, Optional<double[]> box) {

        BoxedThing thing(double[] sides, Size size) throws UnusableThing {
            Rectangle within =
                    BoxedThing.within(
                            sides[0], sides[1], sides[0] + sides[2], sides[1] + sides[3], size);
            return new BoxedThing(label, within, false);
        }
    }

    private final Path file;
    private final Path pictures;
    private final int limit;
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private final Set<String> labels = new LinkedHashSet<>();
    private final FaultCounts leftOut = new FaultCounts();
    private final List<String> names;

    private TableSet(Path file, Path pictures, int limit) {
        this.file = file;
        this.pictures = pictures;
        this.limit = limit;
        new TableFile(file, List.of(FILE, LABEL)).read(this::add);
        if (lines.isEmpty()) {
            throw new UserError(file + " has no line with a file and a label");
        }
        this.names = List.copyOf(lines.keySet());
    }

    /**
     * Opens a data set.
     *
     * @param file a table that ends in .csv or .tsv, or JSON lines that end in .jsonl
     * @param pictures the folder that the files' names start from
     * @param limit how many pictures at most, at least 1
     * @return the pictures
     * @throws UserError if the table cannot be read, or has no line that can be used
     */
    public static TableSet open(Path file, Path pictures, int limit) {
        return new TableSet(file, pictures, limit);
    }

    private void add(Map<String, String> row) {
        try {
            String name = cell(row, FILE);
            String label = cell(row, LABEL);
            if (!pictures.resolve(name).normalize().startsWith(pictures.normalize())) {
                throw new UnusableThing(DataFault.PLACE);
            }
            Line line = new Line(label, box(row));
            if (lines.containsKey(name) || lines.size() < limit) {
                lines.computeIfAbsent(name, n -> new ArrayList<>()).add(line);
                labels.add(label);
            }
        } catch (UnusableThing e) {
            leftOut.add(e.fault());
        }
    }

    private static String cell(Map<String, String> row, String name) throws UnusableThing {
        if (!row.containsKey(name)) {
            throw new UnusableThing(DataFault.LINE);
        }
        return row.getOrDefault(name, "");
    }

    private static Optional<double[]> box(Map<String, String> row) throws UnusableThing {
        if (BOX.stream().noneMatch(row::containsKey)) {
            return Optional.empty();
        }
        double[] box = new double[BOX.size()];
        for (int i = 0; i < box.length; i++) {
            try {
                box[i] = Double.parseDouble(row.getOrDefault(BOX.get(i), ""));
            } catch (NumberFormatException e) {
                throw new UnusableThing(DataFault.BOX);
            }
            if (!Double.isFinite(box[i])) {
                throw new UnusableThing(DataFault.BOX);
            }
        }
        return Optional.of(box);
    }

    @Override
    public int count() {
        return names.size();
    }

    @Override
    public String id(int index) {
        return names.get(index).replaceFirst("\\.\\w+$", "");
    }

    @Override
    public Path picture(int index) {
        return pictures.resolve(names.get(index));
    }

    @Override
    public Contents contents(int index, Size size) {
        List<BoxedThing> things = new ArrayList<>();
        Set<String> placeless = new HashSet<>();
        List<RecordFault> faults = new ArrayList<>();
        for (Line line : lines.getOrDefault(names.get(index), List.of())) {
            try {
                if (line.box().isPresent()) {
                    things.add(line.thing(line.box().get(), size));
                } else {
                    placeless.add(line.label());
                }
            } catch (UnusableThing e) {
                faults.add(e.fault());
            }
        }
        return new LabelledContents(size, things, placeless, Optional.empty(), faults);
    }

    @Override
    public List<DataLabel> labels() {
        return labels.stream().sorted().map(DataLabel::of).toList();
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>(leftOut.facts());
        facts.add("there are no masks: the areas of boxes are taken for them");
        return facts;
    }

    @Override
    public String description() {
        return "%d pictures of %s".formatted(count(), file);
    }
}
