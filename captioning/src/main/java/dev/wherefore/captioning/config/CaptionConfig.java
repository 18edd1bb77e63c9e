package dev.wherefore.captioning.config;

import dev.wherefore.captioning.making.BeamSearch;
import dev.wherefore.captioning.making.CaptionMaker;
import dev.wherefore.captioning.making.GreedySearch;
import dev.wherefore.captioning.making.Sampling;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.text.UnknownWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where captions come from: they are made, or given.
 *
 * @param text the caption to explain as it is, of every picture
 * @param unknownWords what becomes of words of it that the tokenizer does not know
 * @param search how captions are made, if none is given
 * @param width of beam search: how many beginnings are followed
 * @param lengthPenalty of beam search: how much longer captions are liked
 * @param temperature of sampling: near 0 the most probable words, 1 the network's own probability
 * @param topK of sampling: among how many of the most probable tokens
 * @param seed of sampling: what chance is drawn from
 * @param best how many captions are told; the first is explained
 */
public record CaptionConfig(
        @ConfigDoc("A caption of your own, which is explained as it is; left out, one is made.")
                Optional<String> text,
        @ConfigDoc(
                        value =
                                "Words of your own caption that the tokenizer does not know: refuse"
                                        + " them, or map them to the token for the unknown.",
                        preset = "refuse")
                UnknownWords unknownWords,
        @ConfigDoc(
                        value =
                                "How a caption is made: greedy, the most probable word each time;"
                                        + " beam, several beginnings side by side; sample, by"
                                        + " chance.",
                        preset = "greedy")
                Search search,
        @ConfigDoc("Of beam: how many beginnings are followed; left out, 4.")
                Optional<Integer> width,
        @ConfigDoc(
                        "Of beam: 0 for none, higher for longer captions (alpha of Wu et al.,"
                                + " 2016); left out, 0.")
                Optional<Double> lengthPenalty,
        @ConfigDoc(
                        "Of sample: near 0 the most probable words, 1 the network's own"
                                + " probability; left out, 1.")
                Optional<Double> temperature,
        @ConfigDoc("Of sample: among how many of the most probable tokens; left out, all.")
                Optional<Integer> topK,
        @ConfigDoc("Of sample: what chance is drawn from; left out, 1.") Optional<Long> seed,
        @ConfigDoc("Of beam and sample: how many captions are told; the first is explained.")
                Optional<Integer> best) {

    /** How captions are made. */
    public enum Search {
        /** The most probable word each time. */
        GREEDY,
        /** Several beginnings side by side. */
        BEAM,
        /** By chance. */
        SAMPLE
    }

    private static final int WIDTH = 4;

    /** Checks that the keys go together. */
    public CaptionConfig {
        if (text.isPresent()) {
            refuse(given(), "text is a caption already, and is not made");
        } else if (unknownWords == UnknownWords.MAP) {
            throw new IllegalArgumentException("unknown-words is about text, and there is none");
        }
        List<String> others = new ArrayList<>(given());
        others.removeAll(
                switch (search) {
                    case GREEDY -> List.of();
                    case BEAM -> List.of("width", "length-penalty", "best");
                    case SAMPLE -> List.of("temperature", "top-k", "seed", "best");
                });
        refuse(others, "search is " + search.name().toLowerCase(java.util.Locale.ROOT));
        maker(search, width, lengthPenalty, temperature, topK, seed, best);
    }

    private List<String> given() {
        List<String> given = new ArrayList<>();
        width.ifPresent(v -> given.add("width"));
        lengthPenalty.ifPresent(v -> given.add("length-penalty"));
        temperature.ifPresent(v -> given.add("temperature"));
        topK.ifPresent(v -> given.add("top-k"));
        seed.ifPresent(v -> given.add("seed"));
        best.ifPresent(v -> given.add("best"));
        return given;
    }

    private static void refuse(List<String> keys, String why) {
        if (!keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s %s nothing here: %s"
                            .formatted(
                                    String.join(", ", keys),
                                    keys.size() == 1 ? "says" : "say",
                                    why));
        }
    }

    /**
     * Returns what makes captions.
     *
     * @return the maker that is described
     */
    public CaptionMaker maker() {
        return maker(search, width, lengthPenalty, temperature, topK, seed, best);
    }

    private static CaptionMaker maker(
            Search search,
            Optional<Integer> width,
            Optional<Double> lengthPenalty,
            Optional<Double> temperature,
            Optional<Integer> topK,
            Optional<Long> seed,
            Optional<Integer> best) {
        return switch (search) {
            case GREEDY -> new GreedySearch();
            case BEAM ->
                    new BeamSearch(width.orElse(WIDTH), lengthPenalty.orElse(0.0), best.orElse(1));
            case SAMPLE ->
                    new Sampling(
                            temperature.orElse(1.0),
                            topK.map(OptionalInt::of).orElse(OptionalInt.empty()),
                            seed.orElse(1L),
                            best.orElse(1));
        };
    }
}
