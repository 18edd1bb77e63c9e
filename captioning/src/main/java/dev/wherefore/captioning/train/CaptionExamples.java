package dev.wherefore.captioning.train;

import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.scene.language.Caption;
import dev.wherefore.core.scene.language.CaptionReader;
import dev.wherefore.core.scene.language.CaptionWord;
import dev.wherefore.core.scene.language.Captions;
import dev.wherefore.core.scene.language.Statements;
import dev.wherefore.core.train.Example;
import dev.wherefore.core.train.HostArray;
import dev.wherefore.core.train.TrainingScene;
import dev.wherefore.core.train.TrainingScenes;
import java.util.Comparator;
import java.util.List;

/**
 * Scenes as examples: the prepared picture {@code (C, H, W)}, and S of its captions as token ids,
 * {@code (S, T + 1)}: the begin token, the words, the end token, and padding. Those that state the
 * most are taken. Several threads may use it at once.
 */
final class CaptionExamples {

    /** More than a caption can state. */
    private static final int PLACED = 100;

    private final TrainingScenes scenes;
    private final SceneTokens tokens;
    private final int captions;

    /**
     * @param scenes the scenes
     * @param tokens the words' ids
     * @param captions how many captions of each scene, S
     */
    CaptionExamples(TrainingScenes scenes, SceneTokens tokens, int captions) {
        this.scenes = scenes;
        this.tokens = tokens;
        this.captions = captions;
    }

    /** The example of a number, changed by chance; each seed of a training has its own scenes. */
    Example training(long index) {
        return example(scenes.training(index));
    }

    /** A scene of the validation, as it was drawn. */
    Example validation(long index) {
        return example(scenes.validation(index));
    }

    private Example example(TrainingScene prepared) {
        List<Caption> chosen =
                Captions.of(prepared.scene()).stream()
                        .sorted(Comparator.comparingInt(c -> -content(c)))
                        .toList();
        int length = SceneTokens.LONGEST + 2;
        float[] ids = new float[captions * length];
        for (int i = 0; i < captions; i++) {
            // a scene of which little can be said has fewer captions; they are learned from again
            List<String> words =
                    chosen.get(i % chosen.size()).words().stream().map(CaptionWord::text).toList();
            System.arraycopy(tokens.padded(words, length), 0, ids, i * length, length);
        }
        return new Example(
                List.of(
                        prepared.picture(),
                        new HostArray(ids, new Shape(captions, length)),
                        new HostArray(tokens.fitting(prepared.scene()), new Shape(tokens.size()))));
    }

    /** How much a caption says: first whether it tells the place, then how much it states. */
    private static int content(Caption caption) {
        Statements read = CaptionReader.read(caption.text());
        long colours = read.objects().stream().filter(o -> o.colour().isPresent()).count();
        boolean placed = read.places().stream().anyMatch(place -> !place.isTime());
        return (placed ? PLACED : 0)
                + read.objects().size()
                + (int) colours
                + read.relations().size()
                + read.places().size();
    }
}
