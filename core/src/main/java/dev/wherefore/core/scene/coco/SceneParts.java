package dev.wherefore.core.scene.coco;

import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.Backdrop;
import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Mask;
import dev.wherefore.core.scene.SceneObject;
import dev.wherefore.core.scene.coco.CocoFile.Annotation;
import dev.wherefore.core.scene.coco.CocoFile.AnswerEntry;
import dev.wherefore.core.scene.coco.CocoFile.CaptionEntry;
import dev.wherefore.core.scene.coco.CocoFile.Image;
import dev.wherefore.core.scene.language.Caption;
import dev.wherefore.core.scene.language.CaptionWord;
import dev.wherefore.core.scene.language.Question;
import dev.wherefore.core.scene.language.QuestionType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns what a file says of one scene back into the scene, and checks it. */
final class SceneParts {

    private final Path file;
    private final Image image;
    private final Map<Long, Integer> indexes = new HashMap<>();
    private final List<SceneObject> objects = new ArrayList<>();

    SceneParts(Path file, Image image, List<Annotation> annotations) {
        this.file = file;
        this.image = image;
        for (Annotation annotation : annotations) {
            indexes.put(annotation.id(), objects.size());
            objects.add(object(annotation));
        }
    }

    StoredScene scene(
            Path picture,
            List<CaptionEntry> captions,
            List<AnswerEntry> answers,
            Map<Long, String> questions) {
        String place = "image " + image.id();
        return new StoredScene(
                image.id(),
                picture,
                image.seed(),
                named(place, "backdrop", image.backdrop(), Backdrop.values(), SceneParts::word),
                named(place, "daylight", image.daylight(), Daylight.values(), SceneParts::word),
                objects,
                captions.stream().map(this::caption).toList(),
                answers.stream().map(answer -> question(answer, questions)).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private SceneObject object(Annotation from) {
        String place = "annotation " + from.id();
        Kind kind =
                CocoFile.kind(from.categoryId())
                        .orElseThrow(
                                () -> wrong(place, "there is no category " + from.categoryId()));
        Mask mask = mask(from, place);
        if (!from.bbox().equals(box(mask)) || from.area() != mask.area()) {
            throw wrong(place, "'bbox' or 'area' is not that of its mask");
        }
        return new SceneObject(
                objects.size(),
                kind,
                from.colour().map(c -> named(place, "colour", c, Colour.values(), Colour::label)),
                from.pose(),
                mask,
                mask.box(),
                from.visibleShare(),
                from.depth(),
                from.present());
    }

    private Mask mask(Annotation from, String place) {
        if (!from.segmentation().size().equals(List.of(image.height(), image.width()))) {
            throw wrong(
                    place,
                    "its mask's size is %s, that of the picture [%d, %d]"
                            .formatted(from.segmentation().size(), image.height(), image.width()));
        }
        try {
            return Rle.decode(from.segmentation().counts(), image.width(), image.height());
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "%s, %s: its mask cannot be read: %s".formatted(file, place, e.getMessage()),
                    e);
        }
    }

    private static List<Double> box(Mask mask) {
        Rectangle box = mask.box();
        return List.of(box.left(), box.top(), box.width(), box.height());
    }

    private Caption caption(CaptionEntry from) {
        String place = "caption " + from.id();
        Caption caption =
                new Caption(
                        from.words().stream()
                                .map(w -> new CaptionWord(w.text(), here(place, w.objects())))
                                .toList());
        if (!caption.text().equals(from.caption())) {
            throw wrong(place, "its 'words' do not make its 'caption'");
        }
        return caption;
    }

    private Question question(AnswerEntry from, Map<Long, String> questions) {
        String place = "answer to question " + from.questionId();
        String text =
                Optional.ofNullable(questions.get(from.questionId()))
                        .orElseThrow(() -> wrong(place, "there is no such question"));
        return new Question(
                named(
                        place,
                        "question_type",
                        from.questionType(),
                        QuestionType.values(),
                        QuestionType::label),
                text,
                from.multipleChoiceAnswer(),
                here(place, from.objects()),
                here(place, from.anchors()));
    }

    private List<Integer> here(String place, List<Long> annotations) {
        return annotations.stream()
                .map(
                        id ->
                                Optional.ofNullable(indexes.get(id))
                                        .orElseThrow(
                                                () ->
                                                        wrong(
                                                                place,
                                                                "image %d has no annotation %d"
                                                                        .formatted(
                                                                                image.id(), id))))
                .toList();
    }

    private <T> T named(
            String place, String key, String word, T[] values, Function<T, String> name) {
        List<String> names = Arrays.stream(values).map(name).toList();
        int at = names.indexOf(word);
        if (at < 0) {
            throw wrong(
                    place,
                    "there is no %s '%s'%s".formatted(key, word, NearMatches.hint(word, names)));
        }
        return values[at];
    }

    private UserError wrong(String place, String what) {
        return new UserError("%s, %s: %s".formatted(file, place, what));
    }
}
