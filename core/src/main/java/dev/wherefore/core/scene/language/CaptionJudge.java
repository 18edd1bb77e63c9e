package dev.wherefore.core.scene.language;

import dev.wherefore.core.scene.Scene;
import java.util.List;

/**
 * Holds captions against a scene: what {@link CaptionReader} reads is broken into statements, each
 * true or not for itself.
 *
 * <ul>
 *   <li>"A bus" is true if anything can be seen of a bus. "Two cats" is true if exactly two are
 *       present.
 *   <li>"A red bus" says besides that one of these is red; "two red buses", that exactly two
 *       present ones are red, and that there are at least two buses.
 *   <li>Each phrase speaks of objects that no phrase before speaks of: "a bus and a bus" is true of
 *       two buses alone.
 *   <li>A relation is true if {@link SceneGraph} says so of objects that fit the two phrases; where
 *       a phrase says a number, of all that fit it.
 *   <li>A place is true if {@link Captions} may say it of the scene, and of objects that fit the
 *       phrases before it: "in the sky" of what is in the air, "on the street" not of a boat. A
 *       phrase that nothing fits does not count.
 *   <li>Each word that fits no grammar is a statement that is not true.
 * </ul>
 */
public final class CaptionJudge {

    private final Scene scene;
    private final SceneGraph graph;
    private final Mentions mentions;

    private CaptionJudge(Scene scene) {
        this.scene = scene;
        this.graph = SceneGraph.of(scene);
        this.mentions = new Mentions(scene);
    }

    /**
     * Returns what judges captions by a scene.
     *
     * @param scene the scene
     * @return its judge, for as many captions as one likes and from any thread
     */
    public static CaptionJudge of(Scene scene) {
        return new CaptionJudge(scene);
    }

    /**
     * Judges a caption.
     *
     * @param said what it says
     * @return the verdict
     */
    public JudgedCaption judge(Statements said) {
        return new Judgement(said, mentions.seen(), graph, Surroundings.of(scene)).verdict();
    }

    /**
     * Judges a caption.
     *
     * @param words any words
     * @return the verdict
     */
    public JudgedCaption judge(List<String> words) {
        return judge(CaptionReader.read(words));
    }

    /**
     * Judges a caption.
     *
     * @param text any words with white space between them
     * @return the verdict
     */
    public JudgedCaption judge(String text) {
        return judge(CaptionReader.read(text));
    }
}
