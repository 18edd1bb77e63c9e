package dev.wherefore.vqa.data;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds a wanted picture by what a file of questions calls it. */
final class PictureIndex {

    private final Path folder;
    private final Set<Path> pictures = new LinkedHashSet<>();
    private final Map<String, List<Path>> byName = new HashMap<>();
    private final Map<Long, List<Path>> byNumber = new HashMap<>();

    /**
     * @param wanted the pictures
     * @param questions the file of questions, whose folder relative paths start from
     */
    PictureIndex(Collection<Path> wanted, Path questions) {
        this.folder = Optional.ofNullable(whole(questions).getParent()).orElse(whole(questions));
        wanted.forEach(picture -> add(whole(picture)));
    }

    /** A path by which a file is always the same. */
    static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private void add(Path picture) {
        if (pictures.add(picture)) {
            byName.computeIfAbsent(name(picture), name -> new ArrayList<>()).add(picture);
            Numbers.last(name(picture))
                    .ifPresent(
                            number ->
                                    byNumber.computeIfAbsent(number, n -> new ArrayList<>())
                                            .add(picture));
        }
    }

    private static String name(Path picture) {
        return Optional.ofNullable(picture.getFileName()).map(Path::toString).orElse("");
    }

    /**
     * A wanted picture that was found.
     *
     * @param picture the picture, by its whole path
     * @param exact whether the folders of its path are as they are written too
     */
    record Match(Path picture, boolean exact) {}

    /** Finds a picture; {@code where} says where it is asked about. */
    Optional<Match> find(PictureKey key, Supplier<String> where) {
        if (key instanceof PictureKey.Named name) {
            return byName(name, where);
        }
        long number = ((PictureKey.Numbered) key).number();
        List<Path> same = byNumber.getOrDefault(number, List.of());
        if (same.size() > 1) {
            throw ambiguous(key, same, where, "take the pictures of one set alone");
        }
        return same.stream().map(picture -> new Match(picture, true)).findFirst();
    }

    private Optional<Match> byName(PictureKey.Named name, Supplier<String> where) {
        List<Path> same = byName.getOrDefault(name.fileName(), List.of());
        Path there = folder.resolve(name.path()).normalize();
        if (same.contains(there)) {
            return Optional.of(new Match(there, true));
        }
        List<Path> exact = same.stream().filter(ends(name)).toList();
        if (exact.size() > 1) {
            throw ambiguous(name, exact, where, "write more of its path");
        }
        if (exact.isEmpty() && same.size() == 1) {
            return Optional.of(new Match(same.get(0), false));
        }
        return exact.stream().map(picture -> new Match(picture, true)).findFirst();
    }

    private static Predicate<Path> ends(PictureKey.Named name) {
        return picture -> picture.endsWith(name.path());
    }

    private static UserError ambiguous(
            PictureKey key, List<Path> same, Supplier<String> where, String advice) {
        return new UserError(
                "%s: %s may be %s or %s; %s"
                        .formatted(where.get(), key, same.get(0), same.get(1), advice));
    }

    /** What is said where a file asks about none of the pictures. */
    String noneAsked(Path questions, Collection<PictureKey> asked) {
        Path picture = pictures.iterator().next();
        String these = pictures.size() == 1 ? "" : ", one of " + pictures.size();
        PictureKey first = asked.iterator().next();
        return "%s does not ask about %s%s; it asks about %s%s"
                .formatted(
                        questions,
                        name(picture),
                        these,
                        first,
                        first instanceof PictureKey.Named
                                ? NearMatches.hint(name(picture), names(asked))
                                : number(picture));
    }

    private static List<String> names(Collection<PictureKey> asked) {
        return asked.stream()
                .filter(PictureKey.Named.class::isInstance)
                .map(PictureKey.Named.class::cast)
                .map(PictureKey.Named::fileName)
                .toList();
    }

    private static String number(Path picture) {
        OptionalLong number = Numbers.last(name(picture));
        return number.isPresent()
                ? " first, and the number of this picture is " + number.getAsLong()
                : " by number, and this picture has none in its name";
    }
}
