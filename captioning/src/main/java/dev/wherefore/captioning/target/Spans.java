package dev.wherefore.captioning.target;

import dev.wherefore.captioning.config.CaptionTargetConfig;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Word;
import java.util.List;
import java.util.stream.IntStream;

/** Finds in a caption the words that a target speaks of. */
final class Spans {

    private final Text text;

    Spans(Text text) {
        this.text = text;
    }

    /** All words, one by one. */
    List<Span> words() {
        return IntStream.range(0, text.words().size())
                .mapToObj(word -> new Span(word, word + 1))
                .toList();
    }

    /**
     * The words that a target names.
     *
     * @throws NotSaid if the caption has no such words
     */
    Span find(CaptionTargetConfig target) {
        int occurrence = target.occurrence().orElse(1);
        if (target.at().isPresent()) {
            return at(target.at().get());
        }
        if (target.token().isPresent()) {
            return token(target.token().get(), occurrence);
        }
        return phrase(target.word().or(target::phrase).orElseThrow(), occurrence);
    }

    private Span at(int place) {
        if (place > text.words().size()) {
            throw new NotSaid(
                    "the caption '%s' has no word %d, it has %d"
                            .formatted(text.string(), place, text.words().size()));
        }
        return new Span(place - 1, place);
    }

    private Span token(int id, int occurrence) {
        List<Span> found =
                words().stream()
                        .filter(
                                span ->
                                        text
                                                .tokens()
                                                .subList(span.firstToken(text), span.endToken(text))
                                                .stream()
                                                .anyMatch(token -> token.id() == id))
                        .toList();
        return nth(found, occurrence, "token " + id, "");
    }

    private Span phrase(String written, int occurrence) {
        List<String> wanted = List.of(written.strip().split("\\s+", -1));
        int most = text.words().size() - wanted.size();
        List<Span> found =
                IntStream.rangeClosed(0, most)
                        .mapToObj(first -> new Span(first, first + wanted.size()))
                        .filter(span -> span.isAs(text, wanted))
                        .toList();
        List<String> words = text.words().stream().map(Word::surface).toList();
        String hint = wanted.size() == 1 ? NearMatches.hint(written, words) : "";
        return nth(found, occurrence, "'" + written + "'", hint);
    }

    private Span nth(List<Span> found, int occurrence, String what, String hint) {
        if (found.isEmpty()) {
            throw new NotSaid(
                    "the caption '%s' does not say %s%s".formatted(text.string(), what, hint));
        }
        if (occurrence > found.size()) {
            throw new NotSaid(
                    "the caption '%s' says %s %s, there is no occurrence %d"
                            .formatted(
                                    text.string(),
                                    what,
                                    found.size() == 1 ? "once" : found.size() + " times",
                                    occurrence));
        }
        return found.get(occurrence - 1);
    }
}
