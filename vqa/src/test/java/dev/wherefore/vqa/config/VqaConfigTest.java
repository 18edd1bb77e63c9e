package dev.wherefore.vqa.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.experiment.config.ConfigRecordContract;
import dev.wherefore.core.experiment.config.Vocabulary;
import dev.wherefore.core.image.Fill;
import dev.wherefore.core.network.block.NetworkConfig;
import dev.wherefore.core.target.Likelihood;
import dev.wherefore.core.target.ScoreKind;
import dev.wherefore.vqa.data.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VqaConfigTest extends ConfigRecordContract<VqaConfig> {

    private static final String MODEL =
            "model: {encoder: e.pt, head: h.pt, tokenizer: t.json, answers: a.txt}\n";

    VqaConfigTest() {
        super(VqaConfig.class, new Vocabulary(Map.of(NetworkConfig.FAMILIES, List.of("resnet"))));
    }

    @BeforeEach
    void writeFiles() throws IOException {
        for (String name : List.of("e.pt", "h.pt", "j.pt", "t.json", "a.txt", "q.json", "n.json")) {
            Files.writeString(folder().resolve(name), "");
        }
    }

    @Override
    protected String leastYaml() {
        return MODEL + "questions: [{ask: what}]\n";
    }

    @Override
    protected VqaConfig least(Path folder) {
        return new VqaConfig(
                new AnswererConfig(
                        Optional.of(folder.resolve("e.pt")),
                        Optional.empty(),
                        Optional.of(folder.resolve("h.pt")),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        folder.resolve("t.json"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        folder.resolve("a.txt"),
                        Likelihood.SOFTMAX,
                        Optional.empty()),
                List.of(new QuestionConfig("what", Optional.empty())),
                Optional.empty(),
                List.of(
                        new AnswerTargetConfig(
                                Optional.empty(),
                                Optional.of(1),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                false)),
                new PriorConfig(true, true, true, Fill.MEAN));
    }

    @Override
    protected String fullYaml() {
        return """
        model:
          joined: j.pt
          inputs: [image, question, mask]
          image-part: cnn
          words: embed
          output: 1
          tokenizer: t.json
          pad: <pad>
          unknown: <unk>
          frame: ["[CLS]", "[SEP]"]
          longest: 9
          answers: a.txt
          scores: sigmoid
          says: {begin: "[DEC]", end: 3}
        question-file: {questions: q.json, annotations: n.json, format: vqa-v2, limit: 2}
        targets:
          - {runner-up: true}
          - {answer: 5, score: probability, instead-of: bus, negative: true}
        prior: {picture: false, question: false, words: false, fill: zero}
        """;
    }

    @Override
    protected VqaConfig full(Path folder) {
        return new VqaConfig(
                new AnswererConfig(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(folder.resolve("j.pt")),
                        List.of("image", "question", "mask"),
                        Optional.of("cnn"),
                        Optional.of("embed"),
                        Optional.of("1"),
                        folder.resolve("t.json"),
                        Optional.of("<pad>"),
                        Optional.of("<unk>"),
                        List.of("[CLS]", "[SEP]"),
                        Optional.of(9),
                        folder.resolve("a.txt"),
                        Likelihood.SIGMOID,
                        Optional.of(new SayingConfig(Optional.of("[DEC]"), Optional.of("3")))),
                List.of(),
                Optional.of(
                        new QuestionFileConfig(
                                folder.resolve("q.json"),
                                Optional.of(folder.resolve("n.json")),
                                Format.VQA_V2,
                                Optional.of(2))),
                List.of(
                        new AnswerTargetConfig(
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                false),
                        new AnswerTargetConfig(
                                Optional.of("5"),
                                Optional.empty(),
                                false,
                                Optional.of(ScoreKind.PROBABILITY),
                                Optional.of("bus"),
                                true)),
                new PriorConfig(false, false, false, Fill.ZERO));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "questions: [{ask: what}], question-file: {questions: q.json} | found both",
                "questions: [{ask: ''}] | ask",
                "questions: [{ask: what}], targets: [{}] |"
                        + " one of answer, top and runner-up is wanted, found none",
                "questions: [{ask: what}], targets: [{top: 1, answer: bus}] | found several",
                "questions: [{ask: what}], targets: [{top: 0}] | top: must be at least 1, found 0",
                "questions: [{ask: what}], targets: [{runner-up: true, instead-of: bus}] |"
                        + " is instead of the next answer; leave out instead-of",
                "question-file: {questions: q.json, limit: 0} | limit: must be at least 1, found 0"
            })
    void whatContradictsItselfIsRefused(String keys, String words) {
        String lines = keys.replace("], ", "]\n");
        assertThatThrownBy(() -> read(MODEL + lines + "\n"))
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1);
    }
}
