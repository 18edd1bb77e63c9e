package dev.wherefore.captioning.evaluate;

import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.metric.Truth;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.language.Caption;
import dev.wherefore.core.scene.language.CaptionJudge;
import dev.wherefore.core.scene.language.Captions;
import dev.wherefore.core.scene.language.Judged;
import dev.wherefore.core.scene.language.JudgedCaption;
import dev.wherefore.core.scene.language.SaidObjects;
import dev.wherefore.core.scene.language.StatementKind;
import dev.wherefore.core.scene.language.WordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Drawn scenes: every statement of a caption can be looked up. */
final class SceneExhibits implements Exhibits {

    private static final Map<WordKind, String> LABELS =
            new EnumMap<>(
                    Map.of(
                            WordKind.OBJECT, "object word",
                            WordKind.COLOUR, "colour word",
                            WordKind.COUNT, "count word"));
    private static final String TRUE = "caption";
    private static final String PHRASE = "phrase";

    /** How many statements of a kind there were, and how many were true. */
    private static final class Tally {
        private int all;
        private int right;

        void add(boolean isTrue) {
            all++;
            right += isTrue ? 1 : 0;
        }

        double share() {
            return all == 0 ? 0 : right / (double) all;
        }
    }

    private final Tally statements = new Tally();
    private final Tally captions = new Tally();
    private final Map<StatementKind, Tally> kinds = new EnumMap<>(StatementKind.class);

    @Override
    public List<String> labels() {
        return List.of("object word", "colour word", "count word", PHRASE);
    }

    @Override
    public List<Spoken> spoken(Exhibit exhibit, List<String> words) {
        Scene scene = exhibit.scene().orElseThrow();
        JudgedCaption judged = CaptionJudge.of(scene).judge(words);
        List<Spoken> spoken = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
            Optional<String> label =
                    Optional.ofNullable(LABELS.get(judged.said().words().get(w).kind()));
            if (label.isPresent()) {
                add(spoken, scene, judged, label.get(), w, w + 1);
            }
        }
        for (SaidObjects phrase : judged.said().objects()) {
            add(spoken, scene, judged, PHRASE, phrase.first(), phrase.end());
        }
        return spoken;
    }

    /** Adds a word or phrase, if what it speaks of is there. */
    private static void add(
            List<Spoken> spoken,
            Scene scene,
            JudgedCaption judged,
            String label,
            int first,
            int end) {
        List<Integer> objects = judged.caption().words().get(end - 1).objects();
        if (!objects.isEmpty()) {
            Truth.of(scene, objects)
                    .ifPresent(truth -> spoken.add(new Spoken(label, first, end, truth)));
        }
    }

    @Override
    public List<String> references(Exhibit exhibit) {
        return Captions.of(exhibit.scene().orElseThrow()).stream().map(Caption::text).toList();
    }

    @Override
    public void judge(Exhibit exhibit, List<String> words, SceneNotes.Taker taker) {
        JudgedCaption judged = CaptionJudge.of(exhibit.scene().orElseThrow()).judge(words);
        taker.add(TRUE, judged.isTrue() ? 1 : 0);
        for (Judged statement : judged.statements()) {
            taker.add(statement.kind().name(), statement.isTrue() ? 1 : 0);
        }
    }

    @Override
    public void takeUp(SceneNotes notes) {
        notes.forEach(TRUE, value -> captions.add(value == 1));
        for (StatementKind kind : StatementKind.values()) {
            notes.forEach(
                    kind.name(),
                    value -> {
                        statements.add(value == 1);
                        kinds.computeIfAbsent(kind, k -> new Tally()).add(value == 1);
                    });
        }
    }

    @Override
    public Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>();
        quality.put("statements that are true", statements.share());
        quality.put("captions that are wholly true", captions.share());
        quality.put(
                "statements a caption",
                captions.all == 0 ? 0 : statements.all / (double) captions.all);
        kinds.forEach(
                (kind, tally) -> {
                    String name = kind.name().toLowerCase(Locale.ROOT);
                    quality.put("true, of " + tally.all + " of " + name, tally.share());
                });
        return quality;
    }
}
