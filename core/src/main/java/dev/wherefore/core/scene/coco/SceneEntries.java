package dev.wherefore.core.scene.coco;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.coco.CocoFile.Annotation;
import dev.wherefore.core.scene.coco.CocoFile.AnswerEntry;
import dev.wherefore.core.scene.coco.CocoFile.CaptionEntry;
import dev.wherefore.core.scene.coco.CocoFile.GivenAnswer;
import dev.wherefore.core.scene.coco.CocoFile.Image;
import dev.wherefore.core.scene.coco.CocoFile.QuestionEntry;
import dev.wherefore.core.scene.coco.CocoFile.RelationEntry;
import dev.wherefore.core.scene.coco.CocoFile.Segmentation;
import dev.wherefore.core.scene.coco.CocoFile.WordEntry;
import dev.wherefore.core.scene.language.Caption;
import dev.wherefore.core.scene.language.Question;
import dev.wherefore.core.scene.language.QuestionType;
import dev.wherefore.core.scene.language.SceneGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the files say of one scene. Numbers go on from those of the scenes before. */
final class SceneEntries {

    private static final int QUESTIONS_A_SCENE = 1000;
    private static final int PEOPLE = 10;

    private final Scene scene;
    private final long image;
    private final Map<Integer, Long> ids = new HashMap<>();
    private final List<Annotation> annotations = new ArrayList<>();

    /** {@code annotationsBefore} is how many the scenes before have. */
    SceneEntries(Scene scene, long image, long annotationsBefore) {
        this.scene = scene;
        this.image = image;
        for (SceneObject object : scene.objects()) {
            if (object.mask().area() > 0) {
                ids.put(object.index(), annotationsBefore + ids.size() + 1);
                annotations.add(annotation(object));
            }
        }
    }

    List<Annotation> annotations() {
        return annotations;
    }

    Image image(String file) {
        List<RelationEntry> relations =
                SceneGraph.of(scene).relationships().stream()
                        .map(
                                r ->
                                        new RelationEntry(
                                                r.relation().label(),
                                                id(r.subject()),
                                                id(r.object())))
                        .toList();
        return new Image(
                image,
                file,
                scene.picture().width(),
                scene.picture().height(),
                CocoInfo.LICENSE,
                scene.seed(),
                word(scene.backdrop()),
                word(scene.daylight()),
                relations);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Annotation annotation(SceneObject object) {
        Rectangle box = object.box();
        return new Annotation(
                id(object.index()),
                image,
                CocoFile.category(object.kind()),
                List.of(box.left(), box.top(), box.width(), box.height()),
                object.mask().area(),
                0,
                new Segmentation(
                        List.of(object.mask().height(), object.mask().width()),
                        Rle.encode(object.mask())),
                object.colour().map(c -> c.label()),
                object.pose(),
                object.visibleShare(),
                object.depth(),
                object.present());
    }

    CaptionEntry caption(Caption caption, long id) {
        List<WordEntry> words =
                caption.words().stream()
                        .map(w -> new WordEntry(w.text(), ids(w.objects())))
                        .toList();
        return new CaptionEntry(id, image, caption.text(), words);
    }

    QuestionEntry question(Question question, int number) {
        return new QuestionEntry(image, question.text(), questionId(number));
    }

    AnswerEntry answer(Question question, int number) {
        List<GivenAnswer> given =
                IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj(n -> new GivenAnswer(question.answer(), "yes", n))
                        .toList();
        return new AnswerEntry(
                questionId(number),
                image,
                question.type().label(),
                answerType(question.type()),
                question.answer(),
                given,
                ids(question.answerObjects()),
                ids(question.anchorObjects()));
    }

    private static String answerType(QuestionType type) {
        return switch (type) {
            case EXISTENCE, RELATION -> "yes/no";
            case COUNT -> "number";
            case COLOUR, NEIGHBOUR, KIND, PLACE -> "other";
        };
    }

    private long questionId(int number) {
        return image * QUESTIONS_A_SCENE + number;
    }

    private List<Long> ids(List<Integer> objects) {
        return objects.stream().map(this::id).toList();
    }

    private long id(int object) {
        return Optional.ofNullable(ids.get(object)).orElseThrow();
    }
}
