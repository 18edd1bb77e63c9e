package dev.wherefore.captioning.target;

import dev.wherefore.captioning.Saying;
import dev.wherefore.captioning.config.CaptionTargetConfig;
import dev.wherefore.captioning.config.CaptionTargetConfig.Whole;
import dev.wherefore.core.text.Text;
import dev.wherefore.core.text.Token;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Turns what a config wants explained into tokens of a picture's caption. */
public final class TargetResolver {

    private final Tokenizer tokenizer;

    /**
     * Constructs a resolver.
     *
     * @param tokenizer makes tokens of what could stand in place of words
     */
    public TargetResolver(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * Returns the targets in a caption. What it does not say is left out, and said so.
     *
     * @param saying the caption
     * @param wanted what the config wants
     * @return the targets
     * @throws dev.wherefore.core.UserError if a word that should stand in place of another is not
     *     known
     */
    public Resolved resolve(Saying saying, List<CaptionTargetConfig> wanted) {
        List<CaptionTarget> targets = new ArrayList<>();
        List<int[]> beginnings = new ArrayList<>(List.of(saying.beginning()));
        List<String> notSaid = new ArrayList<>();
        Spans spans = new Spans(saying.text());
        for (CaptionTargetConfig target : wanted) {
            if (target.caption().isPresent()) {
                targets.add(whole(saying, target));
            } else if (target.words().isPresent()) {
                spans.words().forEach(span -> targets.add(words(saying, target, span)));
            } else {
                try {
                    Span span = spans.find(target);
                    targets.add(
                            target.insteadOf().isPresent()
                                    ? instead(saying, target, span, beginnings)
                                    : words(saying, target, span));
                } catch (NotSaid e) {
                    notSaid.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return new Resolved(targets, beginnings, notSaid);
    }

    /**
     * Returns what could stand in place of words, if the tokenizer knows it.
     *
     * @param other a word or several
     * @return its tokens
     * @throws dev.wherefore.core.UserError if a word is not known, or there is none
     */
    public Text checked(String other) {
        return tokenizer.encode(other, UnknownWords.REFUSE);
    }

    private static CaptionTarget words(Saying saying, CaptionTargetConfig target, Span span) {
        Text text = saying.text();
        List<Term> terms =
                terms(text.tokens(), span.firstToken(text), span.endToken(text), 0, target);
        boolean plain =
                span.isWord() && !target.negative() && target.score() == TokenScore.LOG_PROBABILITY;
        return named(
                target,
                span.surface(text),
                terms,
                plain ? OptionalInt.of(span.first()) : OptionalInt.empty());
    }

    private static CaptionTarget whole(Saying saying, CaptionTargetConfig target) {
        List<Token> tokens = saying.text().tokens();
        List<Term> terms = new ArrayList<>(terms(tokens, 0, tokens.size(), 0, target));
        boolean end = target.caption().orElseThrow() == Whole.WITH_END;
        if (end) {
            terms.add(new Term(target.score(), 0, tokens.size(), saying.specials().end(), 1));
        }
        String title = end ? "the caption and its end" : "the caption";
        return named(target, title, terms, OptionalInt.empty());
    }

    /** The words minus what could stand in their place. */
    private CaptionTarget instead(
            Saying saying, CaptionTargetConfig target, Span span, List<int[]> beginnings) {
        Text text = saying.text();
        String other = target.insteadOf().orElseThrow().strip();
        String before = text.string().substring(0, span.from(text));
        Text changed =
                tokenizer.encode(
                        before + other + text.string().substring(span.to(text)),
                        UnknownWords.REFUSE);
        int words = checked(other).words().size();
        Span place = new Span(span.first(), span.first() + words);
        int sequence = sequence(saying, changed, place, beginnings);
        List<Term> terms =
                Stream.concat(
                                terms(
                                        text.tokens(),
                                        span.firstToken(text),
                                        span.endToken(text),
                                        0,
                                        target)
                                        .stream(),
                                terms(
                                                changed.tokens(),
                                                place.firstToken(changed),
                                                place.endToken(changed),
                                                sequence,
                                                target)
                                        .stream()
                                        .map(Term::negative))
                        .toList();
        return named(
                target, span.surface(text) + " instead of " + other, terms, OptionalInt.empty());
    }

    /** Which beginning tells of the changed words: the caption's own, if it is the same so far. */
    private static int sequence(Saying saying, Text changed, Span place, List<int[]> beginnings) {
        int last = place.endToken(changed) - 1;
        int[] ids = changed.ids();
        int[] own = saying.text().ids();
        int same = 0;
        while (same < Math.min(ids.length, own.length) && ids[same] == own[same]) {
            same++;
        }
        if (same >= last) {
            return 0;
        }
        int[] beginning = new int[last + 1];
        beginning[0] = saying.specials().begin();
        System.arraycopy(ids, 0, beginning, 1, last);
        beginnings.add(beginning);
        return beginnings.size() - 1;
    }

    private static List<Term> terms(
            List<Token> tokens, int from, int to, int sequence, CaptionTargetConfig target) {
        List<Term> terms = new ArrayList<>();
        for (int i = from; i < to; i++) {
            terms.add(new Term(target.score(), sequence, i, tokens.get(i).id(), 1));
        }
        return terms;
    }

    private static CaptionTarget named(
            CaptionTargetConfig target, String title, List<Term> terms, OptionalInt word) {
        String description = "%s of '%s'".formatted(target.score().words(), title);
        return target.negative()
                ? new CaptionTarget(
                        "against " + title,
                        "-(" + description + ")",
                        terms.stream().map(Term::negative).toList(),
                        word)
                : new CaptionTarget(title, description, terms, word);
    }
}
