package dev.wherefore.core.target;

import dev.wherefore.core.IoReason;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of what a network tells apart, its classes or answers, in the order of its output. */
public final class Labels {

    /** What the names are names of. */
    public enum Sort {
        /** Classes, named by labels. */
        CLASS("class", "classes", "label", "model.labels"),
        /** Answers. */
        ANSWER("answer", "answers", "answer", "model.answers");

        private final String one;
        private final String many;
        private final String line;
        private final String key;

        Sort(String one, String many, String line, String key) {
            this.one = one;
            this.many = many;
            this.line = line;
            this.key = key;
        }

        private String aLine() {
            return "one " + line + " a line";
        }
    }

    private final List<String> names;
    private final String source;
    private final Sort sort;

    private Labels(List<String> names, String source, Sort sort) {
        this.names = List.copyOf(names);
        this.source = source;
        this.sort = sort;
    }

    /**
     * Returns labels that are numbers, for a network whose classes have no names.
     *
     * @param sort what they would be names of
     * @return labels without names
     */
    public static Labels none(Sort sort) {
        return new Labels(List.of(), "", sort);
    }

    /**
     * Returns labels that are known.
     *
     * @param names the names, the first for class 0
     * @param source where they come from, for messages
     * @param sort what they are names of
     * @return the labels
     */
    public static Labels of(List<String> names, String source, Sort sort) {
        return new Labels(names, source, sort);
    }

    /**
     * Returns the labels in a file: one a line, the first for class 0; blank lines at the end do
     * not count.
     *
     * @param file the file, UTF-8
     * @param sort what they are names of
     * @return the labels
     * @throws UserError if the file cannot be read as text
     */
    public static Labels read(Path file, Sort sort) {
        try {
            List<String> lines =
                    new ArrayList<>(Files.readAllLines(file).stream().map(String::strip).toList());
            while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
                lines.remove(lines.size() - 1);
            }
            if (lines.isEmpty()) {
                throw new UserError(
                        "%s holds no %ss; %s is expected".formatted(file, sort.line, sort.aLine()));
            }
            return new Labels(lines, file.toString(), sort);
        } catch (CharacterCodingException e) {
            throw new UserError(
                    "%s is not a text file in UTF-8; %s is expected".formatted(file, sort.aLine()),
                    e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
        }
    }

    /**
     * Returns how many names there are.
     *
     * @return the number; 0 for labels that are numbers
     */
    public int count() {
        return names.size();
    }

    /**
     * Returns what all are called.
     *
     * @return the name at each index; none where none are known
     */
    public List<String> names() {
        return IntStream.range(0, names.size()).mapToObj(this::name).toList();
    }

    /**
     * Returns what a class is called.
     *
     * @param index the class, from 0
     * @return its label, or {@code "class 7"} where it has none
     */
    public String name(int index) {
        return index < names.size() && !names.get(index).isEmpty()
                ? names.get(index)
                : sort.one + " " + index;
    }

    /**
     * Returns the class that a user means by a label or an index. Of a label that lists several
     * names, {@code "tabby, tabby cat"} as ImageNet's do, one will do.
     *
     * @param written a label or one of its names, in any case, or an index from 0
     * @return the class's index
     * @throws UserError if no class or more than one is called so
     */
    public int find(String written) {
        List<Integer> exact = withName(n -> n.equals(written));
        List<Integer> any = exact.isEmpty() ? withName(n -> n.equalsIgnoreCase(written)) : exact;
        List<Integer> found = any.isEmpty() ? withName(n -> lists(n, written)) : any;
        if (found.size() > 1) {
            throw new UserError(
                    "the %s '%s' stands for several %s, %s; name one by its index"
                            .formatted(sort.line, written, sort.many, found));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (written.matches("\\d{1,9}")) {
            return Integer.parseInt(written);
        }
        throw new UserError(unknown(written));
    }

    private static boolean lists(String names, String written) {
        return Stream.of(names.split(",")).anyMatch(n -> n.strip().equalsIgnoreCase(written));
    }

    private String unknown(String written) {
        return names.isEmpty()
                ? "the %s '%s' is no index, and the model has no %ss; give '%s' a file"
                        .formatted(sort.one, written, sort.line, sort.key)
                : "there is no %s '%s' in %s%s".formatted(sort.one, written, source, hint(written));
    }

    /** Also finds a word inside a label of several: "cat" in "tabby, tabby cat". */
    private String hint(String written) {
        String near = NearMatches.hint(written, names);
        String wanted = written.toLowerCase(Locale.ROOT);
        List<String> inside =
                names.stream()
                        .filter(n -> n.toLowerCase(Locale.ROOT).contains(wanted))
                        .limit(3)
                        .toList();
        return near.isEmpty() && !inside.isEmpty()
                ? "; did you mean '" + String.join("' or '", inside) + "'?"
                : near;
    }

    private List<Integer> withName(Predicate<String> matches) {
        return IntStream.range(0, names.size())
                .filter(i -> matches.test(names.get(i)))
                .boxed()
                .toList();
    }

    /**
     * Refuses labels that do not fit a network.
     *
     * @param classes how many classes the network has
     * @throws UserError if there are labels, and not as many
     */
    public void checkCount(int classes) {
        if (!names.isEmpty() && names.size() != classes) {
            throw new UserError(
                    "%s has %d %ss, but the network gives %d %s; %s, in the order of the network's output, is expected"
                            .formatted(
                                    source,
                                    names.size(),
                                    sort.line,
                                    classes,
                                    sort.many,
                                    sort.aLine()));
        }
    }
}
