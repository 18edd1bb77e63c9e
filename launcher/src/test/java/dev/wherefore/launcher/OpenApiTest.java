package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.wherefore.launcher.serve.Limits;
import dev.wherefore.launcher.serve.ServedModels;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API is right, and what the server gives is what it describes. */
class OpenApiTest {

    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ServedModels models;
    private static Served served;
    private static JsonNode described;

    @BeforeAll
    static void start() throws Exception {
        models = Served.models("classification", "captioning", "vqa");
        served = Served.at(models, Served.limits());
        described = Served.tree(served.get("/api/v1/openapi.json"));
    }

    @AfterAll
    static void end() {
        served.close();
        models.close();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(OpenApiTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void itIsADescriptionAsOpenApiWantsIt() throws Exception {
        JsonNode rules = JSON.readTree(resource("openapi-3.1.schema.json"));
        JsonSchema schema = SCHEMAS.getSchema(rules);
        assertThat(schema.validate(described)).isEmpty();
        ObjectNode broken = described.deepCopy();
        broken.withObject("/info").remove("title");
        assertThat(schema.validate(broken)).isNotEmpty();
    }

    @Test
    void everythingThatIsReferredToIsThere() {
        Set<String> references = new TreeSet<>();
        for (JsonNode reference : described.findValues("$ref")) {
            references.add(reference.asText().substring(1));
        }
        assertThat(references)
                .hasSizeGreaterThan(10)
                .allMatch(pointer -> !described.at(pointer).isMissingNode());
        Set<String> schemas = new TreeSet<>();
        described
                .at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> schemas.add("/components/schemas/" + name));
        assertThat(references).isEqualTo(schemas);
    }

    /** Sees that an answer is described, by its status and to its last field. */
    private static void assertDescribed(
            String method, String path, HttpResponse<String> response, int status)
            throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode answer =
                described
                        .path("paths")
                        .path(path)
                        .path(method)
                        .path("responses")
                        .path(String.valueOf(status));
        assertThat(answer.isMissingNode()).as("%s %s %d", method, path, status).isFalse();
        JsonNode schema = answer.at("/content/application~1json/schema");
        assertThat(schema.isMissingNode()).isFalse();
        assertValid(schema, Served.tree(response));
        answer.path("headers")
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            if (status != 503 || !name.equals("Retry-After")) {
                                assertThat(response.headers().firstValue(name)).isPresent();
                            }
                        });
    }

    private static void assertValid(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", described.path("components"));
        whole.setAll((ObjectNode) schema);
        assertThat(SCHEMAS.getSchema(whole).validate(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"health", "models", "openapi.json"})
    void whatIsGivenIsDescribed(String name) throws Exception {
        String path = "/api/v1/" + name;
        assertDescribed("get", path, served.get(path), 200);
        HttpRequest.Builder wrong = served.request(path).DELETE();
        assertDescribed("get", path, served.send(wrong), 405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'model':'classification'}; 200",
                "{'model':'classification','targets':[{'class':'boat'}],'methods':['grad-cam','dff','gradient','smooth-grad']};"
                    + " 200",
                "{'model':'classification','targets':{'top':2},'layers':['layer1','layer3'],'maps':'signed'};"
                    + " 200",
                "{'model':'captioning','name':'b.png'}; 200",
                "{'model':'captioning','caption':'a purple"
                        + " bus','targets':[{'caption':'words'},{'phrase':'purple bus'}]}; 200",
                "{'model':'vqa'}; 200",
                "{'model':'vqa','questions':['what colour is the bus?','how many umbrellas are"
                        + " there?'],'targets':{'runner-up':true}}; 200",
                "{'model':'vqa','targets':'purple'}; 422",
                "{'model':; 400"
            })
    void explanationsAndWhatTheyAreAskedByAreDescribed(String wanted, int status) throws Exception {
        String request = wanted.replace('\'', '"');
        assertDescribed("post", "/api/v1/explain", served.explain(request), status);
        if (status == 200) {
            JsonNode form = described.at("/components/schemas/Wanted");
            assertValid(form, JSON.readTree(request));
            ObjectNode whole = (ObjectNode) JSON.readTree(request);
            whole.put(
                    "picture",
                    Base64.getEncoder().encodeToString(Files.readAllBytes(Served.SCENE)));
            assertValid(described.at("/components/schemas/WantedOfPicture"), whole);
        }
    }

    @Test
    void everyRefusalIsDescribed() throws Exception {
        String path = "/api/v1/explain";
        String wanted = "{\"model\":\"vqa\"}";
        assertDescribed("post", path, served.explain(new byte[3_000_000], wanted), 413);
        assertDescribed("post", path, served.explain(new byte[3], wanted), 415);
        assertDescribed("post", path, served.get(path), 405);
        HttpRequest.Builder other =
                served.form(new byte[3], wanted).header("Origin", "http://other.example");
        assertDescribed("post", path, served.send(other), 403);
        try (Served secret = Served.with(models, "a-long-enough-token")) {
            assertDescribed("post", path, secret.explain(wanted), 401);
            assertDescribed("get", "/api/v1/models", secret.get("/api/v1/models"), 401);
        }
        try (Served hasty = Served.at(models, Limits.of(2, 1, 1, 0, 1))) {
            assertDescribed(
                    "post",
                    path,
                    hasty.explain("{\"model\":\"classification\",\"methods\":\"rise\"}"),
                    504);
        }
    }

    @Test
    void whatItDescribesOfARequestIsWhatIsTaken() throws Exception {
        Set<String> fields = new TreeSet<>();
        described
                .at("/components/schemas/Wanted/properties")
                .fieldNames()
                .forEachRemaining(fields::add);
        String refusal =
                Served.tree(served.explain("{\"model\":\"vqa\",\"zzz\":1}")).path("error").asText();
        assertThat(refusal).startsWith("unknown field; there are ");
        assertThat(Set.of(refusal.substring(refusal.indexOf("are ") + 4).split(", ")))
                .containsExactlyInAnyOrderElementsOf(fields);
    }
}
