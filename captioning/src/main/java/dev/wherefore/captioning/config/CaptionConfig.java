package dev.wherefore.captioning.config;

import dev.wherefore.captioning.making.BeamSearch;
import dev.wherefore.captioning.making.CaptionMaker;
import dev.wherefore.captioning.making.GreedySearch;
import dev.wherefore.captioning.making.Sampling;
import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.text.UnknownWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
        Map<String, Optional<?>> all = new LinkedHashMap<>();
        all.put("width", width);
        all.put("length-penalty", lengthPenalty);
        all.put("temperature", temperature);
        all.put("top-k", topK);
        all.put("seed", seed);
        all.put("best", best);
        List<String> given = all.keySet().stream().filter(k -> isGiven(all, k)).toList();
        if (text.isPresent()) {
            refuse(given, "text is a caption already, and is not made");
        } else if (unknownWords == UnknownWords.MAP) {
            throw new IllegalArgumentException("unknown-words is about text, and there is none");
        }
        Set<String> taken =
                switch (search) {
                    case GREEDY -> Set.of();
                    case BEAM -> Set.of("width", "length-penalty", "best");
                    case SAMPLE -> Set.of("temperature", "top-k", "seed", "best");
                };
        refuse(
                given.stream().filter(key -> !taken.contains(key)).toList(),
                "search is " + search.name().toLowerCase(Locale.ROOT));
        maker(search, width, lengthPenalty, temperature, topK, seed, best);
    }

    private static boolean isGiven(Map<String, Optional<?>> keys, String key) {
        Optional<?> value = keys.get(key);
        return value != null && value.isPresent();
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
