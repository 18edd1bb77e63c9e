package dev.wherefore.core.scene.coco;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.wherefore.core.scene.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The elements of {@code scenes.json}, with the names that COCO and VQA v2 give their parts. Parts
 * that these do not have are noted.
 *
 * @param images the scenes
 * @param categories the kinds
 * @param annotations the objects of which something can be seen
 * @param captions as in COCO's files of captions, there named {@code annotations}
 * @param questions as in VQA's files of questions
 * @param answers as in VQA's files of annotations, there named {@code annotations}
 */
record CocoFile(
        List<Image> images,
        List<Category> categories,
        List<Annotation> annotations,
        List<CaptionEntry> captions,
        List<QuestionEntry> questions,
        List<AnswerEntry> answers) {

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** A scene. Ours are {@code seed}, {@code backdrop}, {@code daylight} and {@code relations}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Image(
            long id,
            String fileName,
            int width,
            int height,
            int license,
            long seed,
            String backdrop,
            String daylight,
            List<RelationEntry> relations) {}

    /** How two annotations lie to each other. */
    record RelationEntry(String relation, long subject, long object) {}

    /** A kind. */
    record Category(int id, String name, String supercategory) {}

    /**
     * An object. Ours are {@code colour}, {@code pose}, {@code visible_share}, {@code depth} and
     * {@code present}.
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Annotation(
            long id,
            long imageId,
            int categoryId,
            List<Double> bbox,
            double area,
            int iscrowd,
            Segmentation segmentation,
            Optional<String> colour,
            String pose,
            double visibleShare,
            int depth,
            boolean present) {}

    /** A mask: height and width, and {@link Rle}. */
    record Segmentation(List<Integer> size, String counts) {}

    /** A caption. Ours is {@code words}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record CaptionEntry(long id, long imageId, String caption, List<WordEntry> words) {}

    /** A word of a caption, and the annotations it speaks of. */
    record WordEntry(String text, List<Long> objects) {}

    /** A question. */
    @JsonNaming(SnakeCaseStrategy.class)
    record QuestionEntry(long imageId, String question, long questionId) {}

    /**
     * An answer. Ours are {@code objects}, the annotations that decide it, and {@code anchors},
     * those that the question names to say where to look.
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record AnswerEntry(
            long questionId,
            long imageId,
            String questionType,
            String answerType,
            String multipleChoiceAnswer,
            List<GivenAnswer> answers,
            List<Long> objects,
            List<Long> anchors) {}

    /** What one of ten people answered; they agree. */
    @JsonNaming(SnakeCaseStrategy.class)
    record GivenAnswer(String answer, String answerConfidence, int answerId) {}

    /** The number by which a kind is known: its place among all, from 1. */
    static int category(Kind kind) {
        return KINDS.indexOf(kind) + 1;
    }

    /** The kind of a number. */
    static Optional<Kind> kind(int category) {
        return KINDS.stream().skip(Math.max(0, category - 1)).findFirst().filter(k -> category > 0);
    }

    static List<Category> allCategories() {
        return KINDS.stream()
                .map(kind -> new Category(category(kind), kind.label(), above(kind)))
                .toList();
    }

    /** The supercategory: COCO's, where COCO knows the kind. */
    private static String above(Kind kind) {
        return switch (kind) {
            case BUS, CAR, BICYCLE, BOAT -> "vehicle";
            case BENCH, FIRE_HYDRANT, TRAFFIC_LIGHT -> "outdoor";
            case DOG, CAT, BIRD -> "animal";
            case PERSON -> "person";
            case KITE, BALL -> "sports";
            case UMBRELLA -> "accessory";
            case TREE -> "plant";
            case HOUSE -> "building";
        };
    }

    static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new Jdk8Module())
                .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .enable(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }
}
