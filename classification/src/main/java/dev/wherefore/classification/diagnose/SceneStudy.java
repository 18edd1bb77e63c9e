package dev.wherefore.classification.diagnose;

import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.scene.Scene;
import java.util.List;

/** An experiment that goes through all scenes once, and then says what it found. */
interface SceneStudy {

    /**
     * Takes up some scenes.
     *
     * @param scenes at least one scene, those that follow the ones before
     */
    void add(List<Scene> scenes);

    /** What was found out. */
    DiagnosisPage page();
}
