package dev.wherefore.classification.diagnose;

import dev.wherefore.classification.diagnose.Dissection.Named;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which named channels spoke most for and against the kinds that scenes show. */
final class ToldDecisions {

    private final SceneNetwork network;
    private final Map<Integer, Named> names;
    private final TextKeys keys;
    private final List<String> sentences = new ArrayList<>();
    private int count;
    private int agreeing;

    ToldDecisions(SceneNetwork network, Map<Integer, Named> names, TextKeys keys) {
        this.network = network;
        this.names = names;
        this.keys = keys;
    }

    /** What a named channel adds to a logit. */
    private record Voice(Named named, double adds) {}

    /** Takes up some scenes. */
    void add(List<Scene> scenes) {
        List<ShownKind> shown =
                network.shown(
                        scenes,
                        request -> request.withMethods(List.of(new ChannelContributions())));
        for (ShownKind one : shown) {
            List<Voice> voices = voices(one);
            count++;
            String strongest = voices.isEmpty() ? "" : voices.get(0).named().concept();
            agreeing += strongest.equals(one.kind().label()) ? 1 : 0;
            if (sentences.size() < keys.told()) {
                sentences.add(sentence(one, voices));
            }
        }
    }

    /** The named channels, those that speak most for the kind first. */
    private List<Voice> voices(ShownKind shown) {
        Plane adds = shown.explanations().get(0).raw().get(0);
        return names.values().stream()
                .map(named -> new Voice(named, adds.at(0, named.channel())))
                .sorted(Comparator.comparingDouble(Voice::adds).reversed())
                .toList();
    }

    private String sentence(ShownKind shown, List<Voice> voices) {
        List<Voice> against = new ArrayList<>(voices);
        against.sort(Comparator.comparingDouble(Voice::adds));
        return String.format(
                Locale.ROOT,
                "Scene %d, %s, logit %.2f. For it spoke most: %s. Against it: %s.",
                shown.scene().seed(),
                shown.kind().label(),
                shown.explanations().get(0).score(),
                loudest(voices.stream().filter(voice -> voice.adds() > 0).toList()),
                loudest(against.stream().filter(voice -> voice.adds() < 0).toList()));
    }

    private String loudest(List<Voice> voices) {
        return voices.isEmpty()
                ? "nothing that has a name"
                : voices.stream()
                        .limit(keys.channels())
                        .map(
                                voice ->
                                        String.format(
                                                Locale.ROOT,
                                                "channel %d, which fires on %s (%+.2f)",
                                                voice.named().channel(),
                                                voice.named().concept(),
                                                voice.adds()))
                        .collect(Collectors.joining("; "));
    }

    /** The first decisions in sentences. */
    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** How many decisions there were. */
    int count() {
        return count;
    }

    /** In which share of them the strongest named channel bears the kind's own name. */
    double agreement() {
        return count == 0 ? 0 : (double) agreeing / count;
    }
}
