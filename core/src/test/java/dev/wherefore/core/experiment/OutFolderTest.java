package dev.wherefore.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wherefore.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFolderTest {

    @TempDir private Path folder;

    @Test
    void aFolderThatCanBeMadeIsTakenAndNotMade() {
        new OutFolder(folder.resolve("a/b")).requireWritable();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPlaceBelowAFileIsRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("notes"), "text");
        assertThatThrownBy(() -> new OutFolder(file.resolve("a/b")).requireWritable())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("results cannot be written to")
                .hasMessageEndingWith("notes is a file");
    }
}
