package dev.wherefore.core.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What {@code result.json} of a run says.
 *
 * @param schema the name and version of this form
 * @param versions of Wherefore, DJL, the engine and Java
 * @param task the task
 * @param device where the network ran
 * @param facts what was explained and how
 * @param config the config with all defaults filled in
 * @param leftOut the pictures that could not be explained, and why
 * @param pictures what was found out, in the order of the pictures
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunSummary(
        String schema,
        Map<String, String> versions,
        String task,
        String device,
        List<String> facts,
        Object config,
        Map<String, String> leftOut,
        List<PictureResult> pictures) {

    /** The name and version of this form. */
    public static final String SCHEMA = "wherefore/result/1";
}
