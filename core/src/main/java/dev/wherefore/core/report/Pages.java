package dev.wherefore.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.wherefore.core.experiment.ResultJson;
import dev.wherefore.core.experiment.WholeFile;
import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes pages by FreeMarker's templates, which escape every text. A page forbids the browser all
 * that it does not need by a content security policy: other scripts than its own, and the network.
 */
final class Pages {

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    Pages() {
        templates.setTemplateLoader(new ClassTemplateLoader(Pages.class, ""));
        templates.setDefaultEncoding("UTF-8");
        templates.setLocale(Locale.ROOT);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
    }

    /**
     * Writes a page.
     *
     * @param template the template's name
     * @param model what it shows; {@code script} is JavaScript that it runs
     * @param file the page
     */
    void write(String template, Map<String, Object> model, Path file) {
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.put("hash", hash(String.valueOf(model.get("script"))));
        new WholeFile(true)
                .write(
                        file,
                        out -> {
                            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                            try {
                                templates.getTemplate(template).process(all, writer);
                            } catch (TemplateException e) {
                                throw new IllegalStateException("a report could not be made", e);
                            }
                            writer.flush();
                        });
    }

    private static String hash(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A config as people read it. */
    static String yaml(Object config) {
        ObjectMapper yaml =
                new ObjectMapper(
                        YAMLFactory.builder()
                                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                .build());
        try {
            JsonNode plain = ResultJson.mapper().valueToTree(config);
            return yaml.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a config could not be written as YAML", e);
        }
    }
}
