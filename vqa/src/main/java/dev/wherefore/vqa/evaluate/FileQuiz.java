package dev.wherefore.vqa.evaluate;

import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.vqa.asking.Asked;
import dev.wherefore.vqa.asking.QuestionSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Questions of a file. */
final class FileQuiz implements Quiz {

    private static final String UNTYPED = "question";

    private final QuestionSource questions;
    private final List<String> labels;

    /**
     * @param questions the file's
     * @param types the types of questions in it
     */
    FileQuiz(QuestionSource questions, Set<String> types) {
        this.questions = questions;
        Set<String> all = new TreeSet<>(types);
        all.add(UNTYPED);
        this.labels = List.copyOf(all);
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public List<Posed> about(Exhibit exhibit) {
        return questions.about(exhibit.picture()).stream().map(FileQuiz::posed).toList();
    }

    private static Posed posed(Asked asked) {
        return new Posed(asked, asked.question().type().orElse(UNTYPED), Optional.empty());
    }

    @Override
    public int[] any() {
        return questions.any().ids();
    }

    @Override
    public List<String> facts() {
        return questions.facts();
    }
}
