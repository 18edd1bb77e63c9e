package dev.wherefore.core.network.torchscript;

import static dev.wherefore.core.support.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.engine.ScriptProgram;
import dev.wherefore.core.engine.ScriptProgram.Argument;
import dev.wherefore.core.support.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recurrent layers run as in training where that changes nothing but the way back. */
class RecurrentLayersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "y, h, c = torch.lstm(x, _1, _2, True, 1, 0., False, False, True)|"
                        + "y, h, c = torch.lstm(x, _1, _2, True, 1, 0., True, False, True)",
                "_1, _2, _3 = torch.lstm(x, [h, c], w, True, 2, 0., training, False, True)|"
                        + "_1, _2, _3 = torch.lstm(x, [h, c], w, True, 2, 0., True, False, True)",
                "_1, _2, _3 = torch.lstm(x, sizes, [h, c], w, True, 1, 0., training, False)|"
                        + "_1, _2, _3 = torch.lstm(x, sizes, [h, c], w, True, 1, 0., True, False)",
                "y, h = torch.gru(x, h0, w, True, 1, 0.0, training, False, True)|"
                        + "y, h = torch.gru(x, h0, w, True, 1, 0.0, True, False, True)",
                "y, h = torch.rnn_tanh(x, h0, w, True, 1, 0., False, True, True)|"
                        + "y, h = torch.rnn_tanh(x, h0, w, True, 1, 0., True, True, True)",
                "y, h = torch.rnn_relu(x, h0, w, True, 1, 0., False, True, True)|"
                        + "y, h = torch.rnn_relu(x, h0, w, True, 1, 0., True, True, True)"
            })
    void callsWithoutDropoutAreMadeAsInTraining(String before, String after) {
        String source = "  def forward(self):\n    " + before + "\n    return y\n";
        assertThat(RecurrentLayers.asInTraining(source)).isEqualTo(source.replace(before, after));
        assertThat(RecurrentLayers.asInTraining(source.replace(before, after)))
                .as("once is enough")
                .isEqualTo(source.replace(before, after));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "y, h, c = torch.lstm(x, _1, _2, True, 2, 0.5, False, False, True)",
                "y, h, c = torch.lstm(x, _1, _2, True, 2, 0.5, training, False, True)",
                "y, h, c = torch.lstm(x, _1, _2, True, 2, 0.01, training, False, True)",
                "y, h, c = torch.lstm(x, _1, _2, True, 2, dropout, training, False, True)",
                "y = torch.dropout(x, 0., False)",
                "y = torch.batch_norm(x, w, b, m, v, False, 0., 0.001, True)",
                "y = torch.quantized_lstm(x, _1, _2, True, 1, 0., False, False, True)"
            })
    void otherCallsAreLeftAlone(String call) {
        assertThat(RecurrentLayers.asInTraining("    " + call + "\n"))
                .isEqualTo("    " + call + "\n");
    }

    @Test
    void tracedAndScriptedArchivesAreChangedWhereTheyCallAnLstm() throws IOException {
        for (Path file :
                new Path[] {
                    Fixture.folder().resolve("lstm.traced.pt"),
                    Fixture.folder().resolve("lstm.scripted.pt"),
                    Reference.file("tiny-captioner/decoder.scripted.pt")
                }) {
            try (TorchScriptArchive archive = TorchScriptArchive.open(file)) {
                Map<String, String> sources = archive.sources();
                long changed =
                        sources.values().stream()
                                .filter(s -> !RecurrentLayers.asInTraining(s).equals(s))
                                .count();
                assertThat(changed).as(file.toString()).isEqualTo(1);
                assertThat(sources.values())
                        .map(RecurrentLayers::asInTraining)
                        .noneMatch(
                                s ->
                                        s.matches(
                                                "(?s).*lstm\\([^\n]*, (training|False), [^\n]*"
                                                        + "False, True\\).*"));
            }
        }
    }

    @Test
    void aDecodersNumbersAreThoseOfTheUntouchedArchive() throws IOException {
        Reference reference = Reference.of("tiny-captioner");
        Path file = reference.path("decoder.scripted.pt");
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                ScriptProgram rewritten = ArchiveLoader.program(file, manager);
                InputStream bytes = Files.newInputStream(file);
                ScriptProgram untouched = ScriptProgram.load(manager, bytes);
                GradientMode off = GradientMode.off()) {
            NDArray features = Reference.ndarray(manager, reference.array("features"));
            long[] ids = reference.array("token_ids").toLongs();
            NDArray tokens = manager.create(ids, new Shape(1, ids.length)).get(":, :5");
            float[] found = call(rewritten, manager, features, tokens);
            float[] expected = call(untouched, manager, features, tokens);
            assertClose(found, expected, 1e-6, "logits");
            assertClose(found, reference.floats("logits"), 1e-4, "the reference's logits");
        }
    }

    private static float[] call(
            ScriptProgram program, NDManager scope, NDArray features, NDArray ids) {
        return program.call(scope, "forward", Argument.of(features), Argument.of(ids))
                .get(0)
                .toFloatArray();
    }
}
