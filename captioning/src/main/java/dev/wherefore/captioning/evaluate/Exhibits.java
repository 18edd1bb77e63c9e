package dev.wherefore.captioning.evaluate;

import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.SceneNotes;
import java.util.List;
import java.util.Map;

/** Knows what captions of pictures speak of, and how true they are. */
interface Exhibits {

    /** The sorts of words there are, in the order of tables. */
    List<String> labels();

    /** The words and phrases of a caption that speak of what the picture shows. */
    List<Spoken> spoken(Exhibit exhibit, List<String> words);

    /** The true captions of a picture, at least one. */
    List<String> references(Exhibit exhibit);

    /** Notes how true a caption is that the network has made of a picture. */
    void judge(Exhibit exhibit, List<String> words, SceneNotes.Taker taker);

    /** Takes up what was noted of a caption. */
    void takeUp(SceneNotes notes);

    /** How true the captions so far were, numbers by name. */
    Map<String, Double> quality();
}
