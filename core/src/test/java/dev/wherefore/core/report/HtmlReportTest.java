package dev.wherefore.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.experiment.DrawConfig;
import dev.wherefore.core.experiment.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run as a file: what is in it, and what beside it. */
class HtmlReportTest {

    private static final long MUCH = 1 << 20;

    @TempDir Path folder;

    @Test
    void aReportHoldsAllThatItShows() throws IOException {
        Path page = Reports.write(folder, MUCH, List.of("a", "b"), List.of("bus", "dog"));
        String html = Files.readString(page);
        assertThat(html)
                .contains("Wherefore: captioning of 2 pictures")
                .contains("data-view=\"a\">{\"name\":\"a.png\"")
                .contains("data-view=\"b\">{\"name\":\"b.png\"")
                .contains("<dt>Wherefore</dt><dd>1.2.3</dd>")
                .contains("layer last")
                .contains("opacity: 0.8")
                .contains("broken.png is &lt;no&gt; picture")
                .contains("default-src 'none'");
        Matcher sources = Pattern.compile("(?:src|href)=\"([^\"]{5})").matcher(html);
        assertThat(sources.results().map(found -> found.group(1)))
                .as("thumbnails are in it too")
                .hasSize(2)
                .containsOnly("data:");
    }

    @Test
    void aLargeReportReadsItsPicturesFromTheFolderBesideIt() throws IOException {
        Path page = Reports.write(folder, 10, List.of("a b#1", "c"), List.of("bus"));
        assertThat(Files.readString(page))
                .contains("data-part=\"report/a%20b%231.js\"")
                .contains("src=\"report/c.jpg\"")
                .contains("it reads each picture from the folder “report”")
                .doesNotContain("data-view=\"");
        assertThat(folder.resolve("report/a b#1.js"))
                .content()
                .startsWith("Wherefore.take(\"a b#1\",\n{\"name\":\"a b#1.png\"");
    }

    @Test
    void whatIsKeptOfAPictureIsKnownByItsFiles() throws IOException {
        HtmlReport report = new HtmlReport(folder, DrawConfig.USUAL);
        assertThat(report.has("a")).isFalse();
        report.finished("a", Reports.captioned("a.png", List.of("bus")));
        assertThat(report.has("a")).isTrue();
        Files.delete(new ReportFiles(folder).thumbnail("a"));
        assertThat(report.has("a")).isFalse();
    }

    @Test
    void textsOfStrangersAreTexts() throws IOException {
        String hostile = "</script><script>bad()</script>\u2028\"'&<!--";
        Path page = Reports.write(folder, MUCH, List.of("<i>"), List.of(hostile));
        String html = Files.readString(page);
        assertThat(html)
                .doesNotContain("bad()</script>")
                .doesNotContain("<i>")
                .doesNotContain("<b>bus")
                .doesNotContain("<!--")
                .contains("\\u003c/script\\u003e\\u003cscript\\u003ebad()")
                .contains("a &lt;b&gt;bus&lt;/b&gt; &amp; &quot;car&quot;");
    }

    @Test
    void theSameResultsMakeTheSamePage() throws IOException {
        Path one = Reports.write(folder.resolve("1"), MUCH, List.of("a"), List.of("bus"));
        Path two = Reports.write(folder.resolve("2"), MUCH, List.of("a"), List.of("bus"));
        assertThat(one).hasSameBinaryContentAs(two);
    }
}
