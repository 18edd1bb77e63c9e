package dev.wherefore.captioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.captioning.decoder.DecoderConfig;
import dev.wherefore.captioning.support.CaptionTrial;
import dev.wherefore.captioning.support.SmallCaptioner;
import dev.wherefore.captioning.support.Words;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.weights.StateDict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not go together is refused before the first picture, in one sentence at its key. */
class CaptioningTest {

    @TempDir Path folder;
    private CaptionTrial trial = new CaptionTrial(Path.of(""));

    @BeforeEach
    void writeCaptioner() throws IOException {
        SmallCaptioner.write(folder);
        trial = new CaptionTrial(folder);
    }

    private void assertRefused(String key, String words, String... settings) {
        assertThatThrownBy(() -> trial.open(settings).close())
                .isInstanceOf(UserError.class)
                .hasMessageContaining(": " + key + ": ")
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "caption={text: a red car near the trees and a car} | caption.text |"
                        + " the caption has 10 tokens, and captions may have 8; shorten it,",
                "caption={text: ''} | caption.text | a text must have a word, found ''",
                "caption={text: ' '} | caption.text | a text must have a word",
                "caption={text: a red treee} | caption.text |"
                        + " does not know the word 'treee'; did you mean 'tree'",
                "caption={text: \"a red [EOS]\"} | caption.text | must not have '[EOS]' in it",
                "model.begin=\"[BOSS]\" | model.tokenizer | has no token '[BOSS]', which was named"
                        + " as 'begin'; did you mean '[BOS]'",
                "model.end=99 | model.tokenizer | has no token number 99",
                "explain.layers=layr1 | explain.layers | did you mean 'layer1' or",
                "explain.layers=encoder-outptu | explain.layers | did you mean 'encoder-output'?",
                "model.output=features | model | the network has no output 'features'",
                "targets={word: cat, instead-of: dog} | targets.0.instead-of | word 'dog'",
                "targets={word: car, instead-of: ' '} | targets.0.instead-of | must have a word",
                "targets=[] | targets | must name a word at least",
                "explain.methods=gradcam | explain.methods | did you mean 'grad-cam'"
            })
    void whatDoesNotGoTogetherIsRefusedAtItsKey(String setting, String key, String words) {
        assertRefused(key, words.strip(), setting);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{word: cat} | the caption 'a red car' does not say 'cat'; did you mean 'car'?",
                "{at: 4} | the caption 'a red car' has no word 4, it has 3",
                "{token: 9} | the caption 'a red car' does not say token 9",
                "{phrase: car red} | the caption 'a red car' does not say 'car red'",
                "{phrase: a red car near} | the caption 'a red car' does not say 'a red car near'",
                "{word: car, occurrence: 2} |"
                        + " the caption 'a red car' says 'car' once, there is no occurrence 2"
            })
    void targetsThatMyOwnCaptionDoesNotSayAreRefused(String target, String words) {
        assertRefused(
                "targets.1",
                words,
                "caption={text: a red car}",
                "targets=[{words: all}, " + target + "]");
    }

    @Test
    void wordsThatAreNotKnownCanBeMappedToTheTokenForThem() throws IOException {
        try (PictureExplainer explainer =
                trial.open("caption={text: a red zebra, unknown-words: map}")) {
            ExplainedPicture found =
                    explainer.explain(List.of(CaptionTrial.picture(32, 32, 1))).get(0);
            assertThat(found.findings()).map(Finding::title).containsExactly("a", "red", "zebra");
            assertThat(found.findings().get(2).prediction().orElseThrow().index()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 129, 500})
    void aDecoderOfOtherWordsIsRefused(int vocabulary) {
        SmallCaptioner.writeDecoder(
                folder.resolve("decoder.safetensors"), vocabulary, SmallCaptioner.CHANNELS);
        assertRefused(
                "model.tokenizer",
                "the tokenizer knows 17 tokens, and the network gives %d numbers for each place, so"
                        .formatted(vocabulary)
                        .concat(" they do not belong together"));
    }

    @Test
    void aDecoderMadeLargerThanItsWordsIsTakenAndNeverSaysWhatHasNoName() throws IOException {
        SmallCaptioner.writeDecoder(
                folder.resolve("decoder.safetensors"), 128, SmallCaptioner.CHANNELS);
        try (PictureExplainer explainer = trial.open()) {
            String said =
                    explainer
                            .explain(List.of(CaptionTrial.picture(32, 32, 1)))
                            .get(0)
                            .predictions()
                            .get(0)
                            .label();
            assertThat(said).isNotBlank();
        }
    }

    @Test
    void aTokenizerWithoutTheTokenThatBeginsCaptionsIsRefused() throws IOException {
        Words.wordLevel(
                folder.resolve("tokenizer.json"), List.of("[PAD]", "[UNK]", "[EOS]", "a", "red"));
        assertRefused(
                "model.tokenizer",
                "has none of the usual tokens by which a caption begins ([BOS] <s> <bos>");
    }

    @Test
    void aFileThatIsNoTokenizerIsRefused() throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": 5}");
        assertRefused("model.tokenizer", "tokenizer.json");
    }

    @Test
    void aDecoderOfOtherFeaturesIsRefusedWithBothShapes() {
        Path decoder = folder.resolve("decoder.safetensors");
        SmallCaptioner.writeDecoder(decoder, SmallCaptioner.TOKENS.size(), 7);
        assertRefused(
                "model",
                decoder
                        + " takes features of the shape (B, 7, h, w), the image network gives (1,"
                        + " 12, 8, 8); the picture tried was (1, 3, 32, 32)");
    }

    @Test
    void aDecoderThatIsNoneIsRefused() throws IOException {
        Path decoder = folder.resolve("decoder.safetensors");
        Files.copy(
                folder.resolve("encoder.safetensors"),
                decoder,
                StandardCopyOption.REPLACE_EXISTING);
        assertRefused("model.decoder", "does not say of which decoder it holds the weights");
        StateDict other = SmallCaptioner.decoder(new DecoderConfig(17, 12, 8, 12, 10, 2, 2));
        SmallCaptioner.write(
                decoder,
                new StateDict(
                        "odd",
                        other.tensors(),
                        Map.of(
                                DecoderConfig.METADATA,
                                new DecoderConfig(17, 12, 8, 16, 10, 2, 2).toJson())));
        assertRefused("model.decoder", "lstm.weight_ih_l0");
        Files.writeString(decoder, "nothing");
        assertRefused("model.decoder", "decoder.safetensors");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "encoder: %1$s, tokenizer: %3$s | model | found encoder alone",
                "decoder: %2$s, tokenizer: %3$s | model | found decoder alone",
                "tokenizer: %3$s | model |"
                        + " a captioner is encoder and decoder, or joined; found none of them",
                "joined: %1$s, decoder: %2$s, tokenizer: %3$s | model.joined |"
                        + " is a captioner by itself; leave out encoder and decoder",
                "encoder: %1$s, decoder: %2$s, tokenizer: %3$s, image-part: cnn | model.image-part"
                        + " | is for joined; an encoder is an image network by itself",
                "encoder: %1$s, decoder: %2$s | model.tokenizer | this key is missing",
                "encoder: %1$s, decoder: %2$s, tokenizer: %3$s, longest: 0 | model.longest |"
                        + " must be at least 1, found 0",
                "encoder: %1$s, decoder: %2$sx, tokenizer: %3$s | model.decoder | did you mean"
            })
    void captionersThatAreNotOneAreRefused(String model, String key, String words) {
        String files =
                model.formatted(
                        folder.resolve("encoder.safetensors"),
                        folder.resolve("decoder.safetensors"),
                        folder.resolve("tokenizer.json"));
        assertRefused(key, words, "model={" + files + "}");
    }
}
