package dev.wherefore.captioning.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.captioning.config.CaptionConfig.Search;
import dev.wherefore.captioning.config.CaptionTargetConfig.Whole;
import dev.wherefore.captioning.making.BeamSearch;
import dev.wherefore.captioning.making.GreedySearch;
import dev.wherefore.captioning.making.Sampling;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.core.experiment.config.ConfigRecordContract;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.text.UnknownWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptioningConfigTest extends ConfigRecordContract<CaptioningConfig> {

    private static final String LEAST =
            "model: {encoder: e.pt, decoder: d.pt, tokenizer: t.json}\n";

    CaptioningConfigTest() {
        super(
                CaptioningConfig.class,
                new Vocabulary(Map.of(NetworkConfig.FAMILIES, List.of("resnet"))));
    }

    @BeforeEach
    void writeFiles() throws IOException {
        for (String name : List.of("e.pt", "d.pt", "j.pt", "t.json")) {
            Files.writeString(folder().resolve(name), "");
        }
    }

    @Override
    protected String leastYaml() {
        return LEAST;
    }

    @Override
    protected CaptioningConfig least(Path folder) {
        return new CaptioningConfig(
                new CaptionerConfig(
                        Optional.of(folder.resolve("e.pt")),
                        Optional.empty(),
                        Optional.of(folder.resolve("d.pt")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        folder.resolve("t.json"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        30),
                new CaptionConfig(
                        Optional.empty(),
                        UnknownWords.REFUSE,
                        Search.GREEDY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(target("words")),
                new GroundingConfig(true, Fill.MEAN, 0.5));
    }

    /** All words, or the whole caption without its end. */
    private static CaptionTargetConfig target(String key) {
        return new CaptionTargetConfig(
                key.equals("words") ? Optional.of(CaptionTargetConfig.Words.ALL) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                key.equals("caption") ? Optional.of(Whole.WORDS) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TokenScore.LOG_PROBABILITY,
                false);
    }

    @Override
    protected String fullYaml() {
        return """
        model:
          joined: j.pt
          image-part: cnn
          output: 1
          tokenizer: t.json
          begin: <s>
          end: 2
          pad: <pad>
          unknown: <unk>
          longest: 9
        caption: {search: beam, width: 5, length-penalty: 0.7, best: 2}
        targets:
          - {caption: words}
          - {token: 5, occurrence: 2, instead-of: bus, score: logit, negative: true}
        grounding: {measure: false, fill: zero, region: 0.3}
        """;
    }

    @Override
    protected CaptioningConfig full(Path folder) {
        return new CaptioningConfig(
                new CaptionerConfig(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(folder.resolve("j.pt")),
                        Optional.of("cnn"),
                        Optional.of("1"),
                        folder.resolve("t.json"),
                        Optional.of("<s>"),
                        Optional.of("2"),
                        Optional.of("<pad>"),
                        Optional.of("<unk>"),
                        9),
                new CaptionConfig(
                        Optional.empty(),
                        UnknownWords.REFUSE,
                        Search.BEAM,
                        Optional.of(5),
                        Optional.of(0.7),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(2)),
                List.of(
                        target("caption"),
                        new CaptionTargetConfig(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(5),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(2),
                                Optional.of("bus"),
                                TokenScore.LOGIT,
                                true)),
                new GroundingConfig(false, Fill.ZERO, 0.3));
    }

    private CaptionConfig caption(String keys) throws IOException {
        return read(LEAST + "caption: {" + keys + "}\n").caption();
    }

    @Test
    void searchesAreMadeOfTheirKeys() throws IOException {
        assertThat(caption("search: greedy").maker()).isEqualTo(new GreedySearch());
        assertThat(caption("search: beam").maker()).isEqualTo(new BeamSearch(4, 0, 1));
        assertThat(caption("search: beam, width: 6, length-penalty: 1, best: 3").maker())
                .isEqualTo(new BeamSearch(6, 1, 3));
        assertThat(caption("search: sample").maker())
                .isEqualTo(new Sampling(1, OptionalInt.empty(), 1, 1));
        assertThat(
                        caption(
                                        "search: sample, temperature: 0.5, top-k: 9, seed:"
                                                + " 12345678901, best: 2")
                                .maker())
                .isEqualTo(new Sampling(0.5, OptionalInt.of(9), 12345678901L, 2));
        CaptionConfig own = caption("text: a bus, unknown-words: map");
        assertThat(own.text()).hasValue("a bus");
        assertThat(own.unknownWords()).isEqualTo(UnknownWords.MAP);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "width: 3 | caption.width: says nothing here: search is greedy",
                "search: beam, temperature: 2, top-k: 3 |"
                        + " caption: temperature, top-k say nothing here: search is beam",
                "search: sample, width: 2 | caption.width: says nothing here: search is sample",
                "text: a bus, seed: 3 |"
                        + " caption.seed: says nothing here: text is a caption already, and is not"
                        + " made",
                "unknown-words: map |" + " caption.unknown-words: is about text, and there is none",
                "search: beam, width: 2, best: 3 |"
                        + " the number of captions must be from 1 to the width of 2, found 3",
                "search: sample, temperature: 0 | temperature"
            })
    void keysOfOtherSearchesAreRefused(String keys, String words) {
        assertThatThrownBy(() -> caption(keys))
                .hasMessageContaining(":2: ")
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | targets.0: one of words, word, at, token, phrase and caption is wanted, found"
                        + " none",
                "{word: bus, at: 2} | found word and at",
                "{at: 0} | targets.0.at: must be at least 1, found 0",
                "{token: -1} | targets.0.token: must be at least 0, found -1",
                "{at: 2, occurrence: 1} |" + " targets.0.occurrence: is for word, token and phrase",
                "{word: bus, occurrence: 0} | targets.0.occurrence: must be at least 1, found 0",
                "{words: all, instead-of: car} |"
                        + " targets.0.instead-of: is for a word or a phrase, not for words",
                "{caption: with-end, instead-of: car} | not for caption",
                "{words: some} | targets.0.words: must be one of all, found 'some'"
            })
    void aTargetIsOneThing(String target, String words) {
        assertThatThrownBy(() -> read(LEAST + "targets: [" + target + "]\n"))
                .hasMessageContaining(":2: ")
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.5", "1.1", ".nan"})
    void aRegionIsAShareOfTheMaximum(String region) {
        assertThatThrownBy(() -> read(LEAST + "grounding: {region: " + region + "}\n"))
                .hasMessageContaining(":2: grounding.region: ")
                .message()
                .hasLineCount(1);
    }
}
