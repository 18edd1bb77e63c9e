package dev.wherefore.core.scene.coco;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.wherefore.core.IoReason;
import dev.wherefore.core.UserError;
import dev.wherefore.core.experiment.PngFile;
import dev.wherefore.core.experiment.WholeFile;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.coco.CocoFile.Annotation;
import dev.wherefore.core.scene.language.Caption;
import dev.wherefore.core.scene.language.Captions;
import dev.wherefore.core.scene.language.Question;
import dev.wherefore.core.scene.language.Questions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes a folder of scenes, scene by scene, so that there is no limit to their number:
 *
 * <pre>
 * images/scene-000001.png …   the pictures
 * scenes.json                 all that is true of them
 * captions.json               the captions alone, as COCO has them
 * questions.json              the questions alone, as VQA v2 has them
 * vqa-annotations.json        the answers alone, as VQA v2 has them
 * </pre>
 *
 * <p>{@code scenes.json} is a file of instances as pycocotools reads it: {@code images}, {@code
 * categories} and {@code annotations} with boxes, areas and masks as compressed run lengths. Beside
 * them lie {@code captions}, {@code questions} and {@code answers}, and in each element what COCO
 * has no name for: seed, place, time of day and relations of a scene; colour, pose, visible share,
 * depth and presence of an object; the annotations that each word of a caption speaks of, and those
 * that decide an answer. An object without a visible pixel is left out; one that is not present has
 * {@code "present": false}, and like all others {@code "iscrowd": 0}.
 *
 * <p>The same scenes give the same bytes. The folder appears when all is written.
 *
 * @see <a href="https://cocodataset.org/#format-data">COCO's formats</a>
 * @see <a href="https://visualqa.org/vqa_v1_download.html">VQA's formats</a>
 */
public final class SceneFolderWriter implements AutoCloseable {

    private static final int QUESTIONS = 8;

    private final NewFolder folder;
    private final WholeFile files = new WholeFile(false);

    /** Fair: else the next scene may always be quicker than the end of the program. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private final ObjectWriter json = CocoFile.mapper().writer();
    private final Spool images;
    private final Spool annotations;
    private final Spool captions;
    private final Spool questions;
    private final Spool answers;
    private long scenesWritten;
    private long annotationsWritten;
    private long captionsWritten;

    /**
     * Begins a folder. Nothing is seen of it before {@link #finish}.
     *
     * @param folder the folder
     * @param overwrite whether scenes that are there may be replaced; other files never are
     * @throws UserError if something is there that may not be replaced, or the folder cannot be
     *     written
     */
    public SceneFolderWriter(Path folder, boolean overwrite) {
        this.folder = new NewFolder(folder, overwrite, SceneFiles::isOurs);
        try {
            images = spool("images");
            annotations = spool("annotations");
            captions = spool("captions");
            questions = spool("questions");
            answers = spool("answers");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Spool spool(String name) throws IOException {
        return new Spool(folder.file(name + ".spool"), json);
    }

    /**
     * Adds a scene with captions of its own seed and eight questions.
     *
     * @param scene the scene
     * @throws UserError if it cannot be written
     */
    public void add(Scene scene) {
        writing.lock();
        try {
            String name = String.format(Locale.ROOT, "scene-%06d.png", ++scenesWritten);
            Path file = folder.file(SceneFiles.IMAGES).resolve(name);
            PngFile.write(scene.picture().toBufferedImage(), file, files);
            write(scene, name);
        } catch (IOException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    private void write(Scene scene, String name) throws IOException {
        SceneEntries entries = new SceneEntries(scene, scenesWritten, annotationsWritten);
        images.add(entries.image(name));
        for (Annotation annotation : entries.annotations()) {
            annotations.add(annotation);
            annotationsWritten++;
        }
        for (Caption caption : Captions.of(scene)) {
            captions.add(entries.caption(caption, ++captionsWritten));
        }
        List<Question> asked = Questions.of(scene, QUESTIONS, scene.seed());
        for (int i = 0; i < asked.size(); i++) {
            questions.add(entries.question(asked.get(i), i));
            answers.add(entries.answer(asked.get(i), i));
        }
    }

    /**
     * Writes the rest and puts the folder in its place.
     *
     * @throws UserError if it cannot be written
     */
    public void finish() {
        writing.lock();
        try {
            write(
                    SceneFiles.SCENES,
                    coco().with("categories", CocoFile.allCategories())
                            .with("annotations", annotations)
                            .with("captions", captions)
                            .with("questions", questions)
                            .with("answers", answers));
            write(SceneFiles.CAPTIONS, coco().with("annotations", captions));
            write(SceneFiles.QUESTIONS, vqa().with("questions", questions));
            write(SceneFiles.ANSWERS, vqa().with("annotations", answers));
            closeSpools();
            folder.finish();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    private JsonParts coco() {
        return new JsonParts(json)
                .with("info", CocoInfo.info())
                .with("licenses", CocoInfo.licenses())
                .with("images", images);
    }

    private JsonParts vqa() {
        JsonParts parts = new JsonParts(json);
        CocoInfo.vqa().forEach(parts::with);
        return parts;
    }

    private void write(String name, JsonParts parts) {
        files.write(folder.file(name), parts::writeTo);
    }

    private void closeSpools() throws IOException {
        for (Spool spool : List.of(images, annotations, captions, questions, answers)) {
            spool.close();
        }
    }

    /** Deletes what was written, unless it is finished, and lets nobody write any more. */
    public void abandon() {
        writing.lock();
        discard();
    }

    /** Deletes what was written, unless it is finished. */
    @Override
    public void close() {
        writing.lock();
        try {
            discard();
        } finally {
            writing.unlock();
        }
    }

    private void discard() {
        try {
            closeSpools();
            folder.discard();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private UserError failure(IOException e) {
        return new UserError("cannot write the scenes: " + IoReason.of(e), e);
    }
}
