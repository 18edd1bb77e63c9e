package dev.wherefore.vqa.data;

import dev.wherefore.core.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps, of the questions of a file, those about the wanted pictures. */
final class Gathered {

    /** How many names of other pictures are kept, to find what was meant. */
    private static final int NAMES_AT_MOST = 1000;

    private final Path file;
    private final String unit;
    private final WantedQuestions wanted;
    private final PictureIndex index;
    private final LeftOut leftOut;
    private final Map<Path, AskedOf> asked = new LinkedHashMap<>();
    private final Set<PictureKey> others = new LinkedHashSet<>();
    private final Set<Long> ids = new HashSet<>();
    private int kept;
    private long ofOthers;
    private long beyond;

    Gathered(Path file, String unit, WantedQuestions wanted) {
        this.file = file;
        this.unit = unit;
        this.wanted = wanted;
        this.index = new PictureIndex(wanted.pictures(), file);
        this.leftOut = new LeftOut(file, unit);
    }

    /** Takes a record of the file, whose number is counted from 1. */
    void add(long number, Entry.Source source) {
        try {
            add(source.read(), () -> "%s, %s %d".formatted(file, unit, number));
        } catch (BrokenEntry e) {
            leftOut.add(e.fault(), number);
        }
    }

    private void add(Entry entry, Supplier<String> where) throws BrokenEntry {
        Optional<PictureIndex.Match> match = index.find(entry.picture(), where);
        if (match.isEmpty() || !isOf(match.get(), entry.picture(), where)) {
            passOver(entry.picture());
            return;
        }
        List<Entry> entries =
                asked.computeIfAbsent(
                                match.get().picture(),
                                p -> AskedOf.nothingYet(entry.picture(), match.get().exact()))
                        .entries();
        if (isFull(wanted.inAll(), kept) || isFull(wanted.ofEach(), entries.size())) {
            beyond++;
            return;
        }
        Optional<Long> id = id(entry);
        if (id.isPresent() && !ids.add(id.get())) {
            throw new BrokenEntry(QuestionFault.TWICE);
        }
        entries.add(entry);
        kept++;
    }

    private static boolean isFull(OptionalInt most, int count) {
        return most.isPresent() && count >= most.getAsInt();
    }

    private static Optional<Long> id(Entry entry) {
        return entry.question().id().stream().boxed().findFirst();
    }

    /**
     * Whether a picture is the one that is called so, and not another of the same name. What was
     * taken for it by its name alone gives way to what has its path.
     */
    private boolean isOf(PictureIndex.Match match, PictureKey called, Supplier<String> where) {
        Optional<AskedOf> before = Optional.ofNullable(asked.get(match.picture()));
        if (before.isEmpty() || !before.get().doubts(called, match.exact())) {
            return true;
        }
        if (match.exact()) {
            forget(match.picture(), before.get());
        } else if (!before.get().exact()) {
            throw new UserError(
                    "%s: both %s and %s, which was asked about before, may be %s; it must lie where"
                                    .formatted(
                                            where.get(),
                                            called,
                                            before.get().called(),
                                            match.picture())
                            + " one of them says");
        }
        return match.exact();
    }

    private void forget(Path picture, AskedOf before) {
        asked.remove(picture);
        for (Entry entry : before.entries()) {
            id(entry).ifPresent(ids::remove);
            passOver(entry.picture());
            kept--;
        }
    }

    private void passOver(PictureKey picture) {
        ofOthers++;
        if (others.size() < NAMES_AT_MOST) {
            others.add(picture);
        }
    }

    /** Refuses a file that was read to its end in vain. */
    void end() {
        if (kept > 0) {
            return;
        }
        if (ofOthers > 0) {
            throw new UserError(index.noneAsked(file, others));
        }
        throw new UserError(
                leftOut.isEmpty()
                        ? file + " asks no question"
                        : "%s has no question that can be used: %s"
                                .formatted(file, String.join("; ", leftOut.reasons())));
    }

    /** The kept questions about a picture, in the order of the file. */
    List<Entry> of(Path picture) {
        return Optional.ofNullable(asked.get(PictureIndex.whole(picture)))
                .map(AskedOf::entries)
                .orElse(List.of());
    }

    List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        asked.values().forEach(of -> all.addAll(of.entries()));
        return all;
    }

    int kept() {
        return kept;
    }

    long ofOthers() {
        return ofOthers;
    }

    long beyond() {
        return beyond;
    }

    LeftOut leftOut() {
        return leftOut;
    }
}
