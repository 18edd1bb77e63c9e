package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The making of one verdict; {@link CaptionJudge} says what is true. */
final class Judgement {

    private static final List<WordKind> NAMES =
            List.of(WordKind.ARTICLE, WordKind.COUNT, WordKind.OBJECT);
    private static final List<WordKind> COLOURS =
            List.of(WordKind.OBJECT, WordKind.FUNCTION, WordKind.COLOUR);
    private static final Set<WordKind> SPEAKING =
            Set.of(WordKind.OBJECT, WordKind.COLOUR, WordKind.COUNT);

    private final Statements said;
    private final List<SceneObject> seen;
    private final SceneGraph graph;
    private final Surroundings surroundings;
    private final List<Candidates> candidates;
    private final Claims byKind = new Claims();
    private final Claims byColour = new Claims();
    private final List<Judged> judged = new ArrayList<>();
    private final Set<Integer> truePhrases = new HashSet<>();

    Judgement(
            Statements said, List<SceneObject> seen, SceneGraph graph, Surroundings surroundings) {
        this.said = said;
        this.seen = seen;
        this.graph = graph;
        this.surroundings = surroundings;
        this.candidates = said.objects().stream().map(o -> Candidates.of(o, seen)).toList();
    }

    JudgedCaption verdict() {
        for (int i = 0; i < candidates.size(); i++) {
            boolean exists = exists(candidates.get(i));
            boolean coloured = hasColour(candidates.get(i));
            if (exists && coloured) {
                truePhrases.add(i);
            }
        }
        said.relations().forEach(this::relation);
        said.places().forEach(this::place);
        for (int i : said.unread()) {
            add(StatementKind.UNREAD, List.of(i), false, "it fits no grammar");
        }
        return new JudgedCaption(
                said, judged, new Caption(said.words().stream().map(this::word).toList()));
    }

    private boolean exists(Candidates of) {
        SaidObjects phrase = of.said();
        boolean there = of.exist();
        boolean own = there && byKind.claim(Mentions.indexes(of.ofKind()), phrase.count());
        String reason =
                "%s: %d %s"
                        .formatted(
                                phrase.kind().label(),
                                of.ofKind().size(),
                                phrase.isSingle() ? "can be seen" : "present");
        add(
                phrase.isSingle() ? StatementKind.EXISTENCE : StatementKind.COUNT,
                said.positions(phrase.first(), phrase.end(), NAMES),
                own,
                there && !own ? reason + ", spoken of before" : reason);
        return own;
    }

    private boolean hasColour(Candidates of) {
        SaidObjects phrase = of.said();
        boolean so = of.haveColour();
        boolean own = so && byColour.claim(Mentions.indexes(of.fitting()), phrase.count());
        if (phrase.colour().isEmpty()) {
            return own;
        }
        String found =
                of.ofKind().stream()
                        .map(o -> o.colour().map(Colour::label).orElse("no colour"))
                        .collect(Collectors.joining(", "));
        String reason = phrase.kind().label() + ": " + (found.isEmpty() ? "none" : found);
        add(
                StatementKind.COLOUR,
                said.positions(phrase.first(), phrase.end(), COLOURS),
                own,
                so && !own ? reason + ", spoken of before" : reason);
        return own;
    }

    private void relation(SaidRelation relation) {
        Candidates subject = candidates.get(relation.subject());
        Candidates object = candidates.get(relation.object());
        boolean holds =
                subject.readings().stream()
                        .anyMatch(
                                a ->
                                        object.readings().stream()
                                                .anyMatch(b -> holds(relation.relation(), a, b)));
        List<Integer> positions = new ArrayList<>();
        positions.addAll(range(subject.said().first(), subject.said().end()));
        positions.addAll(range(relation.first(), relation.end()));
        positions.addAll(range(object.said().first(), object.said().end()));
        String pairs = subject.fitting().size() + " to " + object.fitting().size() + " objects";
        add(
                StatementKind.RELATION,
                positions,
                holds,
                (holds ? "it holds of " : "it does not hold of ") + pairs);
    }

    private boolean holds(Relation how, List<SceneObject> subjects, List<SceneObject> objects) {
        return subjects.stream()
                .allMatch(
                        a ->
                                objects.stream()
                                        .allMatch(b -> graph.holds(how, a.index(), b.index())));
    }

    private void place(SaidPlace place) {
        boolean so =
                surroundings.things().contains(place.text())
                        || media(place.phrases()).stream()
                                .map(surroundings::placesAndTimes)
                                .anyMatch(places -> places.contains(place.text()));
        String reason =
                "%s, %s"
                        .formatted(surroundings.backdrop(), surroundings.daylight())
                        .toLowerCase(Locale.ROOT);
        add(
                place.isTime() ? StatementKind.TIME : StatementKind.PLACE,
                range(place.first(), place.end()),
                so,
                reason);
    }

    /** What the objects of the first phrases may be on or in, by any reading of each. */
    private Set<Set<Medium>> media(int phrases) {
        Set<Set<Medium>> all = Set.of(EnumSet.noneOf(Medium.class));
        for (Candidates of : candidates.subList(0, phrases)) {
            Set<Set<Medium>> more = new HashSet<>();
            for (Set<Medium> before : all) {
                for (List<SceneObject> reading : of.readings()) {
                    Set<Medium> both = EnumSet.copyOf(before);
                    reading.forEach(o -> both.add(Medium.of(o)));
                    more.add(both);
                }
            }
            all = more.isEmpty() ? all : more;
        }
        return all.stream()
                .map(media -> media.isEmpty() ? Set.of(Medium.GROUND) : media)
                .collect(Collectors.toSet());
    }

    private CaptionWord word(ReadWord word) {
        Optional<SaidObjects> phrase =
                word.phrase()
                        .filter(i -> SPEAKING.contains(word.kind()) && truePhrases.contains(i))
                        .map(said.objects()::get);
        return new CaptionWord(word.text(), phrase.map(this::objects).orElse(List.of()));
    }

    private List<Integer> objects(SaidObjects phrase) {
        return Mentions.indexes(
                seen.stream()
                        .filter(o -> o.kind() == phrase.kind())
                        .filter(o -> Candidates.hasColour(phrase, o))
                        .toList());
    }

    private void add(StatementKind kind, List<Integer> positions, boolean isTrue, String reason) {
        String text =
                positions.stream()
                        .map(i -> said.words().get(i).text())
                        .collect(Collectors.joining(" "));
        judged.add(new Judged(kind, positions, text, isTrue, reason));
    }

    private static List<Integer> range(int first, int end) {
        return IntStream.range(first, end).boxed().toList();
    }
}
