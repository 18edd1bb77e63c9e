package dev.wherefore.core.network.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.wherefore.core.engine.Cut;
import dev.wherefore.core.network.LayerRun;
import dev.wherefore.core.network.Outputs;
import dev.wherefore.core.network.Pass;
import dev.wherefore.core.network.Tapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts the dictionary that a rewritten program returns. */
final class PassResult {

    private final NDArray image;
    private final Map<String, NDArray> arrays = new HashMap<>();
    private final Map<String, NDArray> outputs = new TreeMap<>(PassResult::compareNames);
    private final TreeMap<Integer, Float> upper = new TreeMap<>();

    PassResult(NDArray image, NDList found) {
        this.image = image;
        for (NDArray array : found) {
            String name = array.getName();
            if (name.equals("out")) {
                outputs.put("out", array);
            } else if (name.startsWith("out.")) {
                outputs.put(name.substring("out.".length()), array);
            } else if (name.startsWith("before.")) {
                // before.<place>.<upper>
                int dot = name.indexOf('.', "before.".length());
                int place = Integer.parseInt(name.substring("before.".length(), dot));
                upper.put(place, Float.valueOf(name.substring(dot + 1)));
                arrays.put("before." + place, array);
            } else {
                arrays.put(name, array);
            }
        }
    }

    /** How often the layer of a tap ran. */
    int seen(int tap) {
        return Math.toIntExact(array("seen." + tap).getLong());
    }

    Pass toPass(List<LayerRun> places, List<Integer> runs) {
        List<Tapped> taps = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            LayerRun place = new LayerRun(places.get(i).layer(), Optional.of(runs.get(i)));
            taps.add(new Tapped(place, array("activation." + i), array("probe." + i)));
        }
        List<Cut> cuts = new ArrayList<>();
        upper.forEach(
                (place, end) ->
                        cuts.add(new Cut(array("before." + place), array("after." + place), end)));
        return new Pass(new Outputs(outputs), image, taps, cuts);
    }

    private NDArray array(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException("the program returned no '" + name + "'");
        }
        return array;
    }

    void close() {
        image.close();
        arrays.values().forEach(NDArray::close);
        outputs.values().forEach(NDArray::close);
    }

    /** 0.10 after 0.9: numbers by size, words by letters. */
    private static int compareNames(String a, String b) {
        String[] left = a.split("\\.");
        String[] right = b.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = left[i].matches("\\d{1,9}") && right[i].matches("\\d{1,9}");
            int order =
                    numbers
                            ? Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]))
                            : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
