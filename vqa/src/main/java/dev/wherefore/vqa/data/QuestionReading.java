package dev.wherefore.vqa.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the questions, then what is said of them, and puts them together. */
final class QuestionReading {

    private final QuestionFile file;
    private final WantedQuestions wanted;

    QuestionReading(QuestionFile file, WantedQuestions wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    QuestionSet read() {
        Format format =
                file.format() == Format.AUTO ? Recognition.of(file.questions()) : file.format();
        Gathered gathered = new Gathered(file.questions(), format.unit(), wanted);
        Layouts.read(file.questions(), format, gathered);
        gathered.end();
        Optional<Annotations> answers =
                file.annotations().map(f -> Annotations.read(f, file.questions(), gathered.all()));
        Map<QuestionFault, Integer> leftOut = new EnumMap<>(gathered.leftOut().counts());
        answers.ifPresent(a -> leftOut.putAll(a.leftOut().counts()));
        return new QuestionSet(
                byPicture(gathered, answers),
                gathered.ofOthers(),
                leftOut,
                facts(format, gathered, answers));
    }

    private Map<Path, List<AskedQuestion>> byPicture(
            Gathered gathered, Optional<Annotations> answers) {
        Map<Path, List<AskedQuestion>> byPicture = new LinkedHashMap<>();
        for (Path picture : wanted.pictures()) {
            List<AskedQuestion> asked =
                    gathered.of(picture).stream()
                            .map(Entry::question)
                            .map(q -> answers.map(a -> a.complete(q)).orElse(q))
                            .toList();
            if (!asked.isEmpty()) {
                byPicture.put(picture, asked);
            }
        }
        return byPicture;
    }

    private List<String> facts(Format format, Gathered gathered, Optional<Annotations> answers) {
        List<String> facts = new ArrayList<>();
        facts.add(
                "questions: %d of %s (%s)"
                        .formatted(gathered.kept(), file.questions(), format.configName()));
        long silent = wanted.pictures().stream().filter(p -> gathered.of(p).isEmpty()).count();
        addUnlessNone(facts, "pictures that nothing is asked about", silent);
        addUnlessNone(facts, "passed over: questions about other pictures", gathered.ofOthers());
        addUnlessNone(facts, "passed over: questions beyond the limit", gathered.beyond());
        facts.addAll(gathered.leftOut().facts());
        answers.ifPresent(
                found -> {
                    addUnlessNone(
                            facts,
                            "questions that %s says nothing of"
                                    .formatted(file.annotations().orElseThrow()),
                            gathered.kept() - found.size());
                    facts.addAll(found.leftOut().facts());
                });
        return facts;
    }

    private static void addUnlessNone(List<String> facts, String what, long count) {
        if (count > 0) {
            facts.add(what + ", " + count);
        }
    }
}
