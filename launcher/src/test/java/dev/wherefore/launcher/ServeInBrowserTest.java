package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.browser.Browser;
import dev.wherefore.launcher.serve.ServedModels;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server's page as a reader has it, in headless Chromium. */
class ServeInBrowserTest {

    private static final String TOKEN = "a-long-enough-token";
    private static final String PICTURE = "document.querySelector('.wf-canvas').toDataURL()";
    private static final String EXPLAINED =
            "document.querySelector('#state').textContent === 'Explained.'"
                    + " && document.querySelector('.wf-status')"
                    + " && document.querySelector('.wf-status').textContent !== ''";

    private static Browser browser;
    private static ServedModels models;
    private static Served served;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        models = Served.models("classification", "captioning", "vqa");
        served = Served.at(models, Served.limits());
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
            models.close();
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.resize(1280, 900, false);
        browser.open(URI.create(served.address()));
        browser.await("document.querySelectorAll('#models input').length === 3");
    }

    @AfterEach
    void nothingElseWasAskedFor() {
        assertThat(browser.requests())
                .allMatch(a -> a.matches("(http://127\\.0\\.0\\.1:|blob:).*"));
        assertThat(served.faults).isEmpty();
    }

    private static void choose(int model) {
        browser.click("#models label:nth-of-type(" + (model + 1) + ")");
    }

    /** Writes into a field, as a reader does who leaves it then. */
    private static void write(String field, String text) {
        browser.value("document.querySelector('#state').textContent = ''");
        browser.value(
                "(() => { const f = document.querySelector('#%s'); f.value = %s; f.dispatchEvent(new Event('change')); })()"
                        .formatted(field, Browser.quoted(text)));
    }

    private static String text(String selector) {
        return browser.value("document.querySelector('" + selector + "').textContent").asText();
    }

    /** JavaScript that makes what is dropped and pasted: a file. */
    private static String file(byte[] content, String name) {
        return """
        const bytes = Uint8Array.from(atob('%s'), (c) => c.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], '%s', {type: 'image/png'}));
        """
                .formatted(Base64.getEncoder().encodeToString(content), name);
    }

    private static void drop(byte[] content, String name) {
        browser.value("document.querySelector('#state').textContent = ''");
        browser.value(
                "(() => { "
                        + file(content, name)
                        + " document.querySelector('#drop').dispatchEvent(new DragEvent('drop',"
                        + " {dataTransfer: data, bubbles: true, cancelable: true})); })()");
    }

    @Test
    void aPictureIsDroppedItsCaptionSeenAndAWordClicked() throws IOException {
        choose(1);
        drop(Files.readAllBytes(Served.SCENE), "my photo.png");
        browser.await(EXPLAINED);
        assertThat(text(".wf-words")).contains("bus", "dog");
        String first = browser.value(PICTURE).asText();
        int bus =
                browser.value(
                                "[...document.querySelectorAll('.wf-word')].findIndex(w =>"
                                        + " w.textContent.startsWith('bus'))")
                        .asInt();
        browser.click(".wf-words > :nth-child(" + (bus + 1) + ")");
        browser.await("document.querySelector('.wf-status').textContent.startsWith('“bus”')");
        assertThat(browser.value(PICTURE).asText()).isNotEqualTo(first);
        // refusals, which other tests ask for, are told too
        assertThat(browser.errors()).allMatch(e -> e.startsWith("Failed to load resource"));
    }

    @Test
    void aQuestionIsTypedAndAnAnswerAMethodAndALayerArePicked() throws IOException {
        choose(2);
        drop(Files.readAllBytes(Served.SCENE), "a.png");
        browser.await(EXPLAINED);
        write("question", "what colour is the bus?");
        browser.await(EXPLAINED);
        assertThat(text("#viewer")).contains("purple");
        write("target", "orange");
        browser.await(EXPLAINED);
        browser.await("document.querySelector('.wf-status').textContent.startsWith('“orange”')");
        write("method", "hires-cam");
        browser.await("document.querySelector('#method-help').textContent.includes('Good for')");
        browser.await(EXPLAINED);
        browser.await("document.querySelector('.wf-status').textContent.includes('hires-cam')");
        String layer =
                browser.value("[...document.querySelectorAll('#layer option')].at(1).value")
                        .asText();
        write("layer", layer);
        browser.await(EXPLAINED);
        assertThat(text(".wf-numbers")).contains(layer);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() throws IOException {
        choose(2);
        browser.click("#examples button");
        browser.await(EXPLAINED);
        write("question", "what colour is the buss?");
        browser.await("!document.querySelector('#problem').hidden");
        assertThat(text("#problem"))
                .contains("does not know the word 'buss'")
                .endsWith("did you mean 'buses' or 'bus'?");
        assertThat(browser.value("document.querySelector('[aria-invalid]').id").asText())
                .isEqualTo("question");
        drop("<html>".getBytes(StandardCharsets.UTF_8), "a.png");
        browser.await("document.querySelector('#problem').textContent.includes('like HTML')");
        assertThat(browser.value("document.querySelector('[aria-invalid]').id").asText())
                .isEqualTo("file");
    }

    @Test
    void onAPhoneItFitsAndTheExplanationComesIntoView() {
        browser.resize(390, 844, true);
        browser.click("#examples button");
        browser.await(EXPLAINED);
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(390);
        browser.await("document.querySelector('.wf-canvas').getBoundingClientRect().top < 844");
    }

    @Test
    void everythingHasANameAndIsReachedByKeys() {
        assertThat(
                        browser.value(
                                        "[...document.querySelectorAll('input, select')].filter(e"
                                            + " => !(e.labels && e.labels.length)).map(e => e.id)")
                                .toString())
                .isEqualTo("[]");
        assertThat(
                        browser.value(
                                        "[...document.querySelectorAll('img')].filter(e =>"
                                                + " !e.hidden && !e.alt).length")
                                .asInt())
                .isZero();
        browser.value("document.querySelector('#models input').focus()");
        browser.press("ArrowRight", 39);
        assertThat(browser.value("document.querySelector('#models input:checked').value").asText())
                .isEqualTo("captioning");
        browser.await("!document.querySelector('#caption-field').hidden");
        browser.value("document.querySelector('#examples button').focus()");
        browser.press("Enter", 13);
        browser.await(EXPLAINED);
    }

    @Test
    void theTokenIsTakenFromTheAddressAndKeptForTheTab() {
        try (Served secret = Served.with(models, TOKEN)) {
            browser.open(URI.create(secret.address()));
            browser.await("!document.querySelector('#token-field').hidden");
            assertThat(text("#problem")).startsWith("A token is wanted");
            browser.value("location.hash = 'token=" + TOKEN + "'");
            browser.value("location.reload()");
            browser.await("document.querySelectorAll('#models input').length === 3");
            assertThat(browser.value("location.href").asText()).isEqualTo(secret.address());
            browser.click("#examples button");
            browser.await(EXPLAINED);
            assertThat(browser.value("sessionStorage.length").asInt()).isEqualTo(1);
            assertThat(browser.value("localStorage.length + document.cookie.length").asInt())
                    .isZero();
        }
    }
}
