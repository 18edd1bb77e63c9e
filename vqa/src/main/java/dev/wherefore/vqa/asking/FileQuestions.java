package dev.wherefore.vqa.asking;

import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.vqa.data.AskedQuestion;
import dev.wherefore.vqa.data.QuestionSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file asks about each picture. Words that the network does not know become its unknown
 * token; questions that it cannot take are left out, and said so.
 */
public final class FileQuestions implements QuestionSource {

    private final QuestionSet questions;
    private final QuestionTokens tokens;
    private final Asked any;
    private final int tooLong;
    private final String reason;

    /**
     * Constructs the questions.
     *
     * @param questions what the file asks
     * @param tokens makes ids of it
     * @param pictures the pictures it shall ask about
     * @throws UserError if none of the questions can be asked
     */
    public FileQuestions(QuestionSet questions, QuestionTokens tokens, List<Path> pictures) {
        this.questions = questions;
        this.tokens = tokens;
        Optional<Asked> first = Optional.empty();
        int refused = 0;
        String why = "";
        for (Path picture : pictures) {
            for (AskedQuestion question : questions.of(picture)) {
                try {
                    Asked asked = tokens.ask(question, UnknownWords.MAP);
                    first = first.or(() -> Optional.of(asked));
                } catch (UserError e) {
                    refused++;
                    why = e.getMessage();
                }
            }
        }
        String last = why;
        this.any =
                first.orElseThrow(
                        () -> new UserError("none of the file's questions can be asked: " + last));
        this.tooLong = refused;
        this.reason = why;
    }

    @Override
    public List<Asked> about(Picture picture) {
        List<Asked> asked = new ArrayList<>();
        for (AskedQuestion question : questions.of(Path.of(picture.name()))) {
            try {
                asked.add(tokens.ask(question, UnknownWords.MAP));
            } catch (UserError e) {
                // counted and told when the file was read
            }
        }
        return asked;
    }

    @Override
    public Asked any() {
        return any;
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>(questions.facts());
        if (tooLong > 0) {
            facts.add("%d questions are left out, such as: %s".formatted(tooLong, reason));
        }
        return facts;
    }
}
