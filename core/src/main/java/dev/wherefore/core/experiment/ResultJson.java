package dev.wherefore.core.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How results are written as JSON: what is absent is left out, paths are as the system writes them,
 * and enum values are as in configs, {@code channels-first}. A number that is none is the text
 * {@code "NaN"}, which JSON has no other way to say.
 */
public final class ResultJson {

    private ResultJson() {}

    /**
     * Returns a mapper that writes so.
     *
     * @return a new mapper
     */
    public static ObjectMapper mapper() {
        SimpleModule words = new SimpleModule();
        words.addSerializer(Path.class, ToStringSerializer.instance);
        words.addSerializer(new KebabCase());
        return new ObjectMapper()
                .registerModule(new Jdk8Module())
                .registerModule(words)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
                .enable(SerializationFeature.INDENT_OUTPUT);
    }

    @SuppressWarnings("rawtypes") // Jackson asks for the class of all enums
    private static final class KebabCase extends StdSerializer<Enum> {

        private static final long serialVersionUID = 1L;

        KebabCase() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
