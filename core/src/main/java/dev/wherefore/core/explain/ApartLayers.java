package dev.wherefore.core.explain;

import dev.wherefore.core.method.Method;
import dev.wherefore.core.network.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Explains at each of several layers by itself, and lays the maps side by side. */
final class ApartLayers {

    private final BiFunction<Inputs, ExplainRequest, Explanations> together;

    /**
     * @param together explains a request whose layers are not kept apart
     */
    ApartLayers(BiFunction<Inputs, ExplainRequest, Explanations> together) {
        this.together = together;
    }

    /** The explanations in the order of {@link ExplainRequest#names}. */
    Explanations of(Inputs inputs, ExplainRequest request) {
        List<Explanations> parts =
                request.parts().stream().map(part -> together.apply(inputs, part)).toList();
        List<List<Explanation>> pictures = new ArrayList<>();
        for (int picture = 0; picture < inputs.batch(); picture++) {
            List<Explanation> own = new ArrayList<>();
            for (int target = 0; target < request.targets().size(); target++) {
                own.addAll(ofTarget(request, parts, picture, target));
            }
            pictures.add(List.copyOf(own));
        }
        return new Explanations(pictures, parts.get(0).vectors(), parts.get(0).words());
    }

    private static List<Explanation> ofTarget(
            ExplainRequest request, List<Explanations> parts, int picture, int target) {
        List<String> names = request.names();
        int layers = request.layers().size();
        int layered = (int) request.methods().stream().filter(Method::needsLayer).count();
        int unlayered = request.methods().size() - layered;
        List<Explanation> own = new ArrayList<>();
        int atLayer = 0;
        int ofPixels = 0;
        for (Method method : request.methods()) {
            if (method.needsLayer()) {
                for (int layer = 0; layer < layers; layer++) {
                    Explanation found =
                            parts.get(layer)
                                    .pictures()
                                    .get(picture)
                                    .get(target * layered + atLayer);
                    own.add(found.by(names.get(own.size())));
                }
                atLayer++;
            } else {
                List<Explanation> found = parts.get(parts.size() - 1).pictures().get(picture);
                own.add(found.get(target * unlayered + ofPixels));
                ofPixels++;
            }
        }
        return own;
    }
}
