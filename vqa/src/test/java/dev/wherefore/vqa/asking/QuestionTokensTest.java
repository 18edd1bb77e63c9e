package dev.wherefore.vqa.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.wherefore.core.UserError;
import dev.wherefore.core.text.SpecialTokens;
import dev.wherefore.core.text.Tokenizer;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.core.text.WordLevelFile;
import dev.wherefore.vqa.data.AskedQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionTokensTest {

    @TempDir Path folder;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private Optional<Tokenizer> opened = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, WordLevelFile.json(List.of("what", "is", "it", "?")));
        opened = Optional.of(Tokenizer.readUnframed(file, SpecialTokens.usual()));
    }

    @AfterEach
    void close() {
        opened.ifPresent(Tokenizer::close);
        manager.close();
    }

    private QuestionTokens tokens(List<String> frame, int longest) {
        return new QuestionTokens(opened.orElseThrow(), frame, Optional.of(longest));
    }

    private static AskedQuestion question(String text) {
        return new AskedQuestion(
                OptionalLong.empty(), text, Optional.empty(), List.of(), Optional.empty());
    }

    @Test
    void aFrameStandsAroundTheWordsAndBelongsToNone() {
        QuestionTokens tokens = tokens(List.of("[BOS]", "[EOS]"), 6);
        Asked asked = tokens.ask(question("What is it?"), UnknownWords.REFUSE);
        assertThat(asked.ids()).containsExactly(2, 4, 5, 6, 7, 3);
        assertThat(asked.without(1)).containsExactly(2, 4, 6, 7, 3);
        assertThat(asked.perWord(new float[] {9, 1, 2, 3, 4, 9, 9, 9})).containsExactly(1, 2, 3, 4);
        assertThat(tokens.wordless()).containsExactly(2, 3);
        assertThatThrownBy(() -> tokens.ask(question("what is it it?"), UnknownWords.REFUSE))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the question 'what is it it?' has 7 tokens with its frame; the network"
                                + " takes 6 at most");
    }

    @Test
    void shorterQuestionsAreFilledUpAtTheirEnd() {
        QuestionTokens tokens = tokens(List.of(), 6);
        assertThat(tokens.wordless()).containsExactly(0);
        long[] all =
                tokens.array(manager, List.of(new int[] {4, 5, 6}, new int[] {7})).toLongArray();
        assertThat(all).containsExactly(4, 5, 6, 7, 0, 0);
        Asked unknown = tokens.ask(question("what zebra"), UnknownWords.MAP);
        assertThat(unknown.ids()).containsExactly(4, 1);
    }

    @Test
    void aFrameThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> tokens(List.of("[BOSS]", "[EOS]"), 6))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the tokenizer has no token '[BOSS]'; did you mean '[BOS]' or '[EOS]'?");
    }
}
