package dev.wherefore.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.browser.Browser;
import dev.wherefore.core.experiment.DrawConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Reports as a reader has them, in headless Chromium: real clicks, keys and fingers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {

    private static final long MUCH = 1 << 25;
    private static final List<String> WORDS = List.of("bus", "dog", "car");
    private static final String PICTURE = "document.querySelector('.wf-canvas').toDataURL()";

    @TempDir Path folder;

    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.open();
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void desktop() {
        browser.resize(1280, 900, false);
    }

    private void show(Path page, String word) {
        browser.open(page.toUri());
        awaitSaid("“" + word + "”");
    }

    private Path report(String name) {
        return Reports.write(folder.resolve(name), MUCH, List.of("a", "b"), WORDS);
    }

    /** Waits until the picture is described by words that begin so. */
    private void awaitSaid(String words) {
        browser.await(
                "(document.querySelector('.wf-status') || {textContent:"
                        + " ''}).textContent.startsWith("
                        + Browser.quoted(words)
                        + ")");
    }

    private String picture() {
        return browser.value(PICTURE).asText();
    }

    private static String word(int target) {
        return ".wf-word[data-target='" + target + "']";
    }

    @Test
    void aClickOnAWordChangesThePicture() {
        show(report("click"), "bus");
        String bus = picture();
        browser.click(word(1));
        awaitSaid("“dog”, grad-cam");
        String dog = picture();
        assertThat(dog).isNotEqualTo(bus);
        assertThat(
                        browser.value("document.querySelector(\"" + word(1) + "\").ariaPressed")
                                .asText())
                .isEqualTo("true");
        assertThat(browser.value("document.querySelector('.wf-status').textContent").asText())
                .contains("score 2, probability 75 %")
                .contains("The hottest place lies at the upper middle; the box")
                .contains("dog owes");
        browser.point("h1");
        awaitSaid("“dog”");
        assertThat(picture()).as("what was clicked stays").isEqualTo(dog);
        browser.click(".wf-bar[data-target='0']");
        awaitSaid("“bus”");
        assertThat(picture()).as("a bar shows the same as its word").isEqualTo(bus);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void whatIsPointedAtIsShownForAsLong() {
        show(report("hover"), "bus");
        String bus = picture();
        browser.point(word(1));
        awaitSaid("“dog”");
        assertThat(picture()).isNotEqualTo(bus);
        browser.point("h1");
        awaitSaid("“bus”");
        browser.await(PICTURE + " === " + Browser.quoted(bus));
    }

    @Test
    void keysMoveKeepAndLetGo() {
        show(report("keys"), "bus");
        browser.value("document.querySelector('.wf-word[tabindex=\"0\"]').focus()");
        browser.press("ArrowRight", 39);
        awaitSaid("“dog”");
        browser.press("ArrowRight", 39);
        awaitSaid("“car”");
        browser.press("Enter", 13);
        browser.await("document.querySelector(\"" + word(2) + "\").ariaPressed === 'true'");
        browser.press("ArrowLeft", 37);
        awaitSaid("“dog”");
        browser.press("Escape", 27);
        awaitSaid("The picture alone.");
        assertThat(
                        browser.value(
                                        "document.querySelectorAll('[aria-pressed=true].wf-word').length")
                                .asInt())
                .isZero();
        browser.press("End", 35);
        assertThat(browser.value("document.activeElement.dataset.target").asText())
                .as("bars follow the words")
                .isEqualTo("2");
        assertThat(browser.value("document.activeElement.className").asText()).contains("wf-bar");
    }

    @Test
    void slidersModesAndMethodsChangeThePicture() {
        show(report("controls"), "bus");
        String usual = picture();
        browser.value("document.querySelector('input[name=opacity]').focus()");
        browser.press("Home", 36);
        browser.await(PICTURE + " !== " + Browser.quoted(usual));
        assertThat(
                        browser.value("document.querySelector('.wf-slider output').textContent")
                                .asText())
                .isEqualTo("0 %");
        browser.press("End", 35);
        browser.await("document.querySelector('.wf-slider output').textContent === '100 %'");
        browser.click("input[value=against] + label");
        browser.await("document.querySelector('.wf-status').textContent.includes('against it')");
        String against = picture();
        browser.click("input[value=both] + label");
        browser.await("document.querySelector('.wf-legend').textContent.includes('against')");
        assertThat(picture()).isNotEqualTo(against);
        browser.click(".wf-tile:nth-child(2)");
        awaitSaid("“bus”, layer-cam");
        browser.click(word(1));
        awaitSaid("“dog”, layer-cam");
    }

    @Test
    void onOneScaleAWeakMapLooksWeak() {
        HtmlReport report = new HtmlReport(folder.resolve("scale"), DrawConfig.USUAL);
        report.finished(
                "a",
                Explained.picture(
                        "a.png",
                        List.of(
                                Explained.finding("strong", "grad-cam", 15, 2),
                                Explained.finding("weak", "grad-cam", 15, 0.5f)),
                        List.of()));
        report.ends(Reports.summary(List.of("a")));
        show(folder.resolve("scale/report.html"), "strong");
        String strong = picture();
        browser.click(word(1));
        awaitSaid("“weak”");
        assertThat(picture()).as("each map has all colours").isEqualTo(strong);
        assertThat(legend()).endsWith("raw 0.5");
        browser.click("input[name=shared]");
        browser.await(PICTURE + " !== " + Browser.quoted(strong));
        assertThat(legend()).endsWith("raw 2");
        browser.click(word(0));
        awaitSaid("“strong”");
        browser.await(PICTURE + " === " + Browser.quoted(strong));
    }

    private String legend() {
        return browser.value("document.querySelector('.wf-legend').textContent").asText();
    }

    @Test
    void theConfigsColoursAreTheFirst() {
        DrawConfig usual = DrawConfig.USUAL;
        DrawConfig cividis =
                new DrawConfig(
                        true,
                        true,
                        false,
                        "cividis",
                        usual.signedColors(),
                        usual.blend(),
                        0.5,
                        false,
                        true,
                        Optional.empty());
        HtmlReport report = new HtmlReport(folder.resolve("colours"), cividis);
        report.finished("a", Reports.captioned("a.png", WORDS));
        report.ends(Reports.summary(List.of("a")));
        show(folder.resolve("colours/report.html"), "bus");
        assertThat(browser.value("document.querySelector('.wf select').value").asText())
                .isEqualTo("cividis");
        assertThat(
                        browser.value("document.querySelector('.wf-slider output').textContent")
                                .asText())
                .isEqualTo("50 %");
    }

    @Test
    void nothingIsAskedOfTheNetwork() {
        int before = browser.requests().size();
        show(report("offline"), "bus");
        browser.click("#after");
        browser.await("document.getElementById('name').textContent === 'b.png'");
        awaitSaid("“bus”");
        List<String> asked = browser.requests().subList(before, browser.requests().size());
        assertThat(asked).hasSize(1).first().asString().endsWith("/offline/report.html");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aLargeReportReadsWhatIsLookedAt() {
        Path page = Reports.write(folder.resolve("large"), 10, List.of("a b#1", "c%2"), WORDS);
        show(page, "bus");
        assertThat(browser.requests()).noneMatch(asked -> asked.endsWith("/report/c%252.js"));
        browser.click("#pictures li:nth-child(2) button");
        browser.await("document.getElementById('name').textContent === 'c%2.png'");
        awaitSaid("“bus”");
        assertThat(browser.requests()).anyMatch(asked -> asked.endsWith("/report/c%252.js"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aPhoneShowsAllWithoutScrollingSideways() {
        browser.resize(360, 740, true);
        show(report("phone"), "bus");
        browser.click(".wf-numbers summary");
        browser.click(".facts summary");
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
        assertThat(browser.value("document.querySelector('.wf-numbers table').rows.length").asInt())
                .as("a head, three words by two methods")
                .isEqualTo(7);
    }

    @Test
    void twoHundredPicturesOpenAndChangeQuickly() {
        List<String> keys = IntStream.range(0, 200).mapToObj(i -> "picture-" + i).toList();
        Path page = Reports.write(folder.resolve("many"), MUCH, keys, WORDS);
        long begin = System.nanoTime();
        show(page, "bus");
        browser.click("#pictures li:nth-child(200) button");
        browser.await("document.getElementById('name').textContent === 'picture-199.png'");
        awaitSaid("“bus”");
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(20));
        browser.value(
                "(() => { const f = document.getElementById('find'); f.value = 'TURE-17';"
                        + " f.dispatchEvent(new Event('input')); })()");
        assertThat(browser.value("document.getElementById('found').textContent").asText())
                .as("17 and 170 to 179")
                .isEqualTo("11 of 200");
    }

    @Test
    void textsOfStrangersRunNothing() {
        String hostile = "</script><img src=x onerror=\"window.bad=1\">'\"&";
        Path page =
                Reports.write(
                        folder.resolve("hostile"),
                        MUCH,
                        List.of("<img src=x onerror='window.bad=1'>"),
                        List.of(hostile));
        show(page, hostile);
        assertThat(
                        browser.value("document.querySelector('.wf-word .wf-text').textContent")
                                .asText())
                .isEqualTo(hostile);
        assertThat(browser.value("'bad' in window").asBoolean()).isFalse();
        assertThat(browser.value("document.querySelectorAll('img[src=x]').length").asInt())
                .isZero();
    }
}
