package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherefore.core.support.Reference;
import dev.wherefore.launcher.serve.ServedModels;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server gives its page, and explains as a run does; what it refuses it says in a sentence. */
class ServeTest {

    private static ServedModels models;
    private static Served served;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        models = Served.models("classification", "captioning", "vqa");
        served = Served.at(models, Served.limits());
    }

    @AfterAll
    static void end() {
        served.close();
        models.close();
    }

    @AfterEach
    void nothingShouldNotHaveHappened() {
        assertThat(served.faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html, <!doctype html>",
        "/page.js, text/javascript, use strict",
        "/page.css, text/css, {",
        "/viewer.js, text/javascript, Wherefore",
        "/viewer.css, text/css, {",
        "/favicon.svg, image/svg+xml, <svg",
        "/examples/scene-000001.png, image/png, PNG",
        "/api/v1/openapi.json, application/json, 3.1"
    })
    void thePageAndWhatBelongsToItAreServed(String path, String type, String content)
            throws Exception {
        HttpResponse<String> response = served.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(response.body()).contains(content);
    }

    @Test
    void itTellsWhatCanBeAskedFor() throws Exception {
        HttpResponse<String> response = served.get("/api/v1/models");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode choices = Served.tree(response);
        JsonNode classifier = choices.at("/models/0");
        assertThat(classifier.path("name").asText()).isEqualTo("classification");
        assertThat(classifier.path("layers")).extracting(JsonNode::asText).contains("layer1");
        assertThat(classifier.path("chosen")).extracting(JsonNode::asText).containsOnly("layer3");
        assertThat(classifier.path("names")).extracting(JsonNode::asText).contains("bus", "cat");
        assertThat(choices.at("/models/1/task").asText()).isEqualTo("captioning");
        assertThat(choices.at("/models/2/names")).extracting(JsonNode::asText).contains("purple");
        assertThat(choices.path("methods")).hasSizeGreaterThan(30);
        assertThat(choices.at("/methods/0/goodFor").asText()).contains("the first map to look at");
        assertThat(choices.path("examples")).hasSize(1);
        assertThat(choices.path("uploadBytes").asLong()).isEqualTo(2_000_000);
        assertThat(Served.tree(served.get("/api/v1/health")).path("status").asText())
                .isEqualTo("up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "classification;"
                    + " {'targets':[{'class':'bus'},{'top':2}],'methods':['layer-cam','edges'],'layers':'layer2'};"
                    + " targets=[{class: bus}, {top: 2}]; explain.methods=[layer-cam, edges];"
                    + " explain.layers=layer2",
                "captioning; {'targets':{'word':'bus'}}; targets={word: bus};"
                        + " explain.methods=layer-cam; batch=1",
                "vqa; {'questions':['what colour is the"
                        + " bus?'],'methods':'grad-cam','maps':'negative'}; questions=[{ask: 'what"
                        + " colour is the bus?'}]; explain.methods=grad-cam; explain.maps=negative"
            })
    void itGivesTheNumbersThatARunGives(
            String model, String wanted, String first, String second, String third)
            throws Exception {
        Path out = folder.resolve("out");
        Outcome run =
                Outcome.of(
                        "run",
                        Reference.root().resolve("configs/" + model + ".yaml").toString(),
                        "--device=cpu",
                        "--set=images=" + Served.SCENE,
                        "--set=" + first,
                        "--set=" + second,
                        "--set=" + third,
                        "--out=" + out);
        assertThat(run.status()).as(run.err()).isZero();
        List<String> expected = new ArrayList<>();
        new ObjectMapper()
                .readTree(out.resolve("result.json").toFile())
                .at("/pictures/0/explanations")
                .forEach(e -> expected.add(line(e.path("score"), e)));
        HttpResponse<String> response =
                served.explain(
                        "{'model':'%s',%s"
                                .formatted(model, wanted.substring(1))
                                .replace('\'', '"'));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode view = Served.tree(response);
        List<String> found = new ArrayList<>();
        view.path("targets")
                .forEach(t -> t.path("maps").forEach(m -> found.add(line(t.path("score"), m))));
        assertThat(found).isNotEmpty().isEqualTo(expected);
        assertThat(view.path("name").asText()).isEqualTo("scene.png");
        assertThat(view.path("passages")).isNotEmpty();
    }

    private static String line(JsonNode score, JsonNode map) {
        return "%s %s %s %s"
                .formatted(
                        map.path("method").asText(),
                        score.floatValue(),
                        map.path("rawMin").floatValue(),
                        map.path("rawMax").floatValue());
    }

    @Test
    void aPictureInJsonIsThatInAForm() throws Exception {
        String picture = Base64.getEncoder().encodeToString(Files.readAllBytes(Served.SCENE));
        String wanted = "{\"model\":\"captioning\",\"targets\":[{\"at\":2}],\"name\":\"a.png\"";
        JsonNode json =
                Served.tree(
                        served.send(
                                served.json(
                                        wanted
                                                + ",\"picture\":\"data:image/png;base64,"
                                                + picture
                                                + "\"}")));
        JsonNode form = Served.tree(served.explain(wanted + "}"));
        assertThat(json.at("/targets/0/score").floatValue()).isNegative();
        assertThat(json.path("targets").get(0).path("maps").get(0).path("map"))
                .isEqualTo(form.path("targets").get(0).path("maps").get(0).path("map"));
        assertThat(json.path("name").asText()).isEqualTo("a.png");
    }

    @Test
    void aCaptionOfOnesOwnIsExplained() throws Exception {
        JsonNode view =
                Served.tree(
                        served.explain(
                                "{\"model\":\"captioning\",\"caption\":\"a purple bus\","
                                    + "\"targets\":{\"word\":\"bus\",\"instead-of\":\"car\"}}"));
        assertThat(view.at("/targets/0/title").asText()).isEqualTo("bus instead of car");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'model':'vqqa'}; 422; model; there is no model 'vqqa'; did you mean 'vqa'",
                "{}; 422; model; this field is missing; missing",
                "{'model':'vqa','question':'what?'}; 422; question; unknown field; did you mean"
                        + " 'questions'",
                "{'model':'vqa','questions':['what colour is the buss?']}; 422; questions.0; does"
                        + " not know the word 'buss'; did you mean 'buses' or 'bus'",
                "{'model':'vqa','questions':[7]}; 422; questions; must be text; text",
                "{'model':'classification','questions':['what?']}; 422; questions; unknown key;"
                        + " there are",
                "{'model':'classification','targets':[{'top':1},{'class':'buss'}]}; 422;"
                        + " targets.1.class; there is no class 'buss' in labels.txt; did you mean"
                        + " 'bus'",
                "{'model':'classification','targets':[{'klass':'bus'}]}; 422; targets.0.klass;"
                        + " unknown key; did you mean 'class'",
                "{'model':'classification','targets':'bus'}; 422; targets.0; must have fields; top",
                "{'model':'classification','targets':[{'class':{'path':'/etc/passwd'}}]}; 422;"
                        + " targets.0.class; must be text; number",
                "{'model':'classification','targets':[{'top':11}]}; 422; targets.0.top; at most 10;"
                        + " 10",
                "{'model':'classification','methods':['grad-camm']}; 422; methods.0; found"
                        + " 'grad-camm'; did you mean 'grad-cam'",
                "{'model':'classification','methods':['cam'],'layers':['layer1']}; 422; ; cam;"
                        + " layer",
                "{'model':'classification','layers':['layer9']}; 422; layers; has no layer"
                        + " 'layer9'; model.safetensors",
                "{'model':'classification','layers':['a','b','c','d','e','f','g','h','i']}; 422;"
                        + " layers; at most, found 9; 8",
                "{'model':'classification','maps':'negativ'}; 422; maps; negativ; did you mean"
                        + " 'negative'",
                "{'model':'classification','draw':{'box':true}}; 422; draw; unknown field; model",
                "{'model':'captioning','targets':{'word':'cow'},'caption':'a bus'}; 422; targets.0;"
                        + " cow; a bus",
                "{'model':'vqa','questions':['is it?','is it?','is it?','is it?','is"
                    + " it?'],'targets':[{'top':10}],'methods':['edges','gradient','grad-cam','fem','hires-cam']};"
                    + " 422; ; 250 maps are wanted; 200",
                "{'model':'vqa'; 400; ; this is not JSON; Unexpected",
                "['vqa']; 400; ; must be a JSON object; object",
                "{'model':'vqa','model':'captioning'}; 400; ; this is not JSON; Duplicate"
            })
    void whatIsAskedWronglyIsSaidAtItsField(
            String wanted, int status, String where, String what, String more) throws Exception {
        HttpResponse<String> response = served.explain(wanted.replace('\'', '"'));
        JsonNode problem = Served.tree(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("where").asText("")).isEqualTo(where == null ? "" : where);
        assertThat(problem.path("error").asText())
                .contains(what, more)
                .doesNotContain(Reference.root().toString(), "Exception", "\tat ", "--set");
    }

    @Test
    void aBadUploadIsRefusedInASentence() throws Exception {
        byte[] scene = Files.readAllBytes(Served.SCENE);
        assertRefused(served.explain(new byte[0], "{\"model\":\"vqa\"}"), 415, "is empty");
        assertRefused(
                served.explain(
                        "<html><body>".getBytes(StandardCharsets.UTF_8), "{\"model\":\"vqa\"}"),
                415,
                "scene.png is not a picture Wherefore can read (it starts like HTML)");
        assertRefused(
                served.explain(java.util.Arrays.copyOf(scene, 900), "{\"model\":\"vqa\"}"),
                422,
                "cut off or damaged");
        assertRefused(
                served.explain(manyPixels(scene), "{\"model\":\"vqa\"}"),
                413,
                "60,000 x 60,000 pixels, 3,600,000,000 in all; at most 1,000,000");
        assertRefused(
                served.explain(new byte[2_000_001], "{\"model\":\"vqa\"}"),
                413,
                "larger than the 2.0 MB");
        assertRefused(
                served.explain(new byte[6_000_000], "{\"model\":\"vqa\"}"),
                413,
                "larger than the 2.0 MB");
    }

    /** A picture whose header says that it has very many pixels: a decompression bomb. */
    private static byte[] manyPixels(byte[] png) {
        byte[] bomb = png.clone();
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(bomb);
        header.putInt(16, 60_000).putInt(20, 60_000);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(bomb, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return bomb;
    }

    private static void assertRefused(HttpResponse<String> response, int status, String what)
            throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem = Served.tree(response);
        assertThat(problem.path("error").asText()).contains(what);
        assertThat(problem.path("where").asText()).isEqualTo("picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", ""})
    void anotherKindOfContentIsRefused(String type) throws Exception {
        var request =
                served.request("/api/v1/explain")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("a"));
        HttpResponse<String> response =
                served.send(type.isEmpty() ? request : request.header("Content-Type", type));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("the content must be application/json or multipart");
    }

    @Test
    void aFormThatIsNoneIsRefused() throws Exception {
        HttpResponse<String> response =
                served.send(
                        served.request("/api/v1/explain")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("abc")));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("this is not a form that can be read");
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        assertThat(served.get("/etc/passwd").statusCode()).isEqualTo(404);
        assertThat(served.get("/examples/scene-000002.png").statusCode()).isEqualTo(404);
        assertThat(served.get("/examples/%2e%2e/README.md").statusCode()).isEqualTo(400);
        HttpResponse<String> other = served.get("/api/v1/explain");
        assertThat(other.statusCode()).isEqualTo(405);
        assertThat(other.headers().firstValue("Allow")).contains("POST");
        assertThat(Served.tree(other).path("error").asText()).contains("POST alone");
    }

    @Test
    void aRefusalLeavesTheServerAsItWas() throws Exception {
        String wanted = "{\"model\":\"vqa\",\"questions\":\"what is the purple thing?\"}";
        JsonNode before = Served.tree(served.explain(wanted));
        served.explain("{\"model\":\"vqa\",\"questions\":\"gibberish\"}");
        JsonNode after = Served.tree(served.explain(wanted));
        assertThat(after.at("/targets/0/score")).isEqualTo(before.at("/targets/0/score"));
        assertThat(Served.tree(served.get("/api/v1/health")).path("requests").asInt()).isZero();
    }
}
