package dev.wherefore.vqa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.PictureExplainer;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.vqa.support.Fixture;
import dev.wherefore.vqa.support.SmallAnswerer;
import dev.wherefore.vqa.support.VqaTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not go together is refused before the first picture, in one sentence at its key. */
class VqaTest {

    @TempDir Path folder;
    private VqaTrial trial = new VqaTrial(Path.of(""));

    @BeforeEach
    void writeAnswerer() throws IOException {
        SmallAnswerer.write(folder);
        trial = new VqaTrial(folder);
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
                "model.longest=5 | questions.0.ask | the question 'what colour is the bus?' has 6"
                        + " tokens; the network takes 5 at most",
                "questions=[{ask: is there a tree}, {ask: ' '}] | questions.1.ask |"
                        + " must be a question, found ' '",
                "questions=[{ask: what is the tre}] | questions.0.ask |"
                        + " does not know the word 'tre'; did you mean 'tree'?",
                "targets=[] | targets | must name an answer at least",
                "targets=[{answer: tre}] | targets.0.answer | there is no answer 'tre' in",
                "targets=[{answer: tre}] | targets.0.answer | answers.txt; did you mean 'tree'?",
                "targets=[{answer: red, instead-of: blu}] | targets.0.instead-of | did you mean"
                        + " 'blue'?",
                "targets=[{answer: 12}] | targets.0.answer |"
                        + " there is no answer 12; the network has 10, 0 to 9",
                "targets=[{top: 11}] | targets.0.top | the network has only 10 answers",
                "model.frame=[\"[CLSS]\", \"[EOS]\"] | model.frame |"
                        + " the tokenizer has no token '[CLSS]'",
                "model.pad=\"[PADD]\" | model.tokenizer | did you mean '[PAD]'",
                "explain.layers=fusd | explain.layers | did you mean 'fused'?",
                "explain.layers=encoder-outptu | explain.layers | did you mean 'encoder-output'?",
                "model.output=features | model | the network has no output 'features'"
            })
    void whatDoesNotGoTogetherIsRefusedAtItsKey(String setting, String key, String words) {
        assertRefused(key, words.strip(), setting);
    }

    @Test
    void somethingMustBeAsked() {
        assertThatThrownBy(() -> trial.open("questions=[]"))
                .hasMessageEndingWith(": one of questions and question-file is wanted, found none");
    }

    @Test
    void anotherNumberOfAnswersIsRefused() throws IOException {
        Files.writeString(folder.resolve("answers.txt"), "yes\nno\nred\n");
        assertRefused(
                "model.answers",
                folder.resolve("answers.txt")
                        + " has 3 answers, but the network gives 10 answers; one answer a line, in"
                        + " the order of the network's output, is expected");
        Files.writeString(folder.resolve("answers.txt"), "\n");
        assertRefused("model.answers", "holds no answers; one answer a line is expected");
    }

    @Test
    void aHeadOfOtherFeaturesIsRefusedWithBothShapes() {
        Path head = folder.resolve("head.safetensors");
        SmallAnswerer.writeHead(head, SmallAnswerer.VOCABULARY, 10, 7);
        assertRefused(
                "model",
                head
                        + " takes features of the shape (B, 7, h, w), the image network gives (1,"
                        + " 12, 8, 8); the picture tried was (1, 3, 32, 32)");
    }

    @Test
    void aHeadThatIsNoneIsRefused() throws IOException {
        Files.copy(
                folder.resolve("encoder.safetensors"),
                folder.resolve("head.safetensors"),
                StandardCopyOption.REPLACE_EXISTING);
        assertRefused("model.head", "does not say of which answer head it holds the weights");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "encoder: encoder.safetensors | model | found encoder alone",
                "head: head.safetensors | model | found head alone",
                "encoder: encoder.safetensors, head: head.safetensors, words: fused | model |"
                        + " image-part, words and inputs are for joined",
                "joined: vilt, frame: ['[CLS]'] | model.frame | must be two tokens",
                "joined: vilt, inputs: [image, question] | model.inputs |"
                        + " the network also takes 'attention_mask'",
                "joined: vilt, inputs: [image, question, maskk] | model.inputs |"
                        + " found 'maskk'; did you mean 'mask'?",
                "joined: vilt, inputs: [image, image, mask] | model.inputs |"
                        + " must be given the image, found 2",
                "joined: vilt, inputs: [image, question, mask, '1'] | model.inputs |"
                        + " the network takes 3 inputs (image, question_ids, attention_mask), found"
                        + " 4",
                "joined: vilt, words: word_embeddings | model.words | the network has no layer",
                "joined: vilt, image-part: image_token | model.image-part |"
                        + " did you mean 'image_tokens'"
            })
    void networksThatAreNotOneAreRefused(String model, String key, String words) {
        assertRefused(key, words.strip(), joined(model, ""));
    }

    /** A model of files of the fixtures where they are named. */
    private String joined(String model, String more) {
        boolean vilt = model.startsWith("joined: vilt");
        String words =
                vilt
                        ? Fixture.path("tiny-vilt/tokenizer.json").toString()
                        : folder.resolve("tokenizer.json").toString();
        String answers =
                vilt
                        ? Fixture.path("tiny-vilt/answers.txt").toString()
                        : folder.resolve("answers.txt").toString();
        return "model={"
                + model.replace("vilt", Fixture.path("tiny-vilt/vqa.pt").toString())
                        .replace("encoder: ", "encoder: " + folder + "/")
                        .replace("head: ", "head: " + folder + "/")
                + ", tokenizer: "
                + words
                + ", answers: "
                + answers
                + more
                + "}";
    }

    @Test
    void aNetworkThatGivesSomethingElseThanAnswersIsRefused() {
        String blip =
                "model={joined: %s, inputs: [image, question, question], tokenizer: %s, answers: %s}"
                        .formatted(
                                Fixture.path("tiny-blip-vqa/vqa.pt"),
                                Fixture.path("tiny-blip-vqa/tokenizer.json"),
                                folder.resolve("answers.txt"));
        assertRefused("model.inputs", "must be given the question, found 2", blip);
        assertRefused(
                "model",
                "must give (questions, answers), for 1 questions it gives (1, 6, 37)",
                blip.replace("question, question]", "question, ones]"),
                "questions=[{ask: what colour is the bus near}]");
    }

    @Test
    void aNetworkThatSaysItsAnswersIsExplainedAndComparesNoTwo() throws IOException {
        Files.writeString(folder.resolve("answers.txt"), "a tree\ntwo\nred\n");
        String blip =
                "model={joined: %s, tokenizer: %s, answers: %s, frame: ['[CLS]', '[SEP]'], words:"
                        + " text_encoder.embeddings.word_embeddings, says: {begin: '%s'}}";
        Object[] files = {
            Fixture.path("tiny-blip-vqa/vqa.pt"),
            Fixture.path("tiny-blip-vqa/tokenizer.json"),
            folder.resolve("answers.txt"),
            "[DECC]"
        };
        String asking = "questions=[{ask: what colour is the bus}, {ask: how many cats are there}]";
        String layer =
                "explain={layers: vision_model.layernorm, layout: tokens, tokens: {skip: 1, grid:"
                        + " [4, 4]}}";
        assertRefused(
                "model.says",
                "has no token '[DECC]', which was named as 'begin'; did you mean '[DEC]'?",
                blip.formatted(files),
                asking);
        files[3] = "35";
        assertRefused(
                "targets.0.score",
                "a network that says its answers has probabilities of them and no logits",
                blip.formatted(files),
                asking,
                layer,
                "targets=[{top: 1, score: logit}]");
        for (String key : List.of("runner-up: true", "answer: red, instead-of: two")) {
            assertRefused(
                    "targets.0." + (key.startsWith("runner") ? "runner-up" : "instead-of"),
                    "a network that says its answers has no numbers of two of them at once",
                    blip.formatted(files),
                    asking,
                    layer,
                    "targets=[{" + key + "}]");
        }
        try (PictureExplainer explainer =
                trial.open(blip.formatted(files), asking, layer, "targets=[{top: 2}]")) {
            ExplainedPicture found = explainer.explain(List.of(VqaTrial.picture(32, 32, 1))).get(0);
            assertThat(found.findings()).hasSize(4);
            for (Finding finding : found.findings()) {
                Prediction prediction = finding.prediction().orElseThrow();
                assertThat((double) finding.explanation().score())
                        .isCloseTo(Math.log(prediction.probability()), within(1e-3));
                assertThat(finding.explanation().raw().get(0).max()).isFinite();
            }
        }
    }

    @Test
    void viltAnswersWithItsFrameAndMask() throws IOException {
        List<String> settings = new ArrayList<>();
        settings.add(joined("joined: vilt, frame: ['[CLS]', '[SEP]'], longest: 16", ""));
        settings.add(
                "questions=[{ask: what colour is the bus near the tree}, {ask: how many cats are"
                        + " there}]");
        settings.add(
                "explain={layers: image_tokens.1, layout: tokens, tokens: {skip: 0, grid: [4,"
                        + " 4]}}");
        String[] all = settings.toArray(String[]::new);
        try (PictureExplainer explainer = trial.open(all)) {
            ExplainedPicture found = explainer.explain(List.of(VqaTrial.picture(32, 32, 1))).get(0);
            assertThat(found.findings()).hasSize(2);
            assertThat(found.findings().get(0).explanation().raw().get(0).toArray()).hasSize(16);
        }
        String[] longer = Arrays.copyOf(all, all.length + 1);
        longer[all.length] = "model.longest=9";
        assertRefused(
                "questions.0.ask",
                "has 10 tokens with its frame; the network takes 9 at most",
                longer);
    }
}
