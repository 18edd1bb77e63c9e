package dev.wherefore.core.experiment;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.explain.Convention;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
import dev.wherefore.core.explain.MapSign;
import dev.wherefore.core.explain.MapStyle;
import dev.wherefore.core.method.MethodSettings;
import java.util.List;
import java.util.Optional;

/**
 * Where to look in a network, and how.
 *
 * @param layers the layers' names; none means the network's default
 * @param layout how the layers' outputs are laid out
 * @param tokens the places of tokens, only with the layout {@code tokens}
 * @param methods the methods' names, at least one
 * @param fusion how the maps of several layers become one
 * @param scale whether the maps of one picture share one scale
 * @param convention whose way raw maps become heatmaps
 * @param maps which evidence is shown
 * @param augSmooth whether maps are smoothed over six ways to see the picture
 * @param eigenSmooth whether channels are projected on their principal component
 * @param faithfulness whether each map is tried by covering the picture
 * @param settings how methods that can be set are set
 */
public record ExplainConfig(
        @ConfigDoc(
                        value =
                                "Layers to look at, as `wherefore layers` names them; left out, the"
                                        + " last that suits.",
                        preset = "[]",
                        orNumber = true)
                List<String> layers,
        @ConfigDoc(value = "How the layers' outputs are laid out.", preset = "auto")
                LayoutKind layout,
        @ConfigDoc("For the layout tokens: which place of the picture each token stands for.")
                Optional<TokensConfig> tokens,
        @ConfigDoc(
                        value = "How maps are made; `wherefore methods` tells them apart.",
                        preset = "[grad-cam]",
                        names = METHOD)
                List<String> methods,
        @ConfigDoc(value = "How the maps of several layers become one.", preset = "mean")
                Fusion fusion,
        @ConfigDoc(
                        value =
                                "Whether each map is spread over all colours (own), or those of one"
                                        + " picture and method can be compared (shared).",
                        preset = "own")
                Scale scale,
        @ConfigDoc(
                        value =
                                "Whose way maps are cut, scaled and enlarged: that of the Python"
                                        + " package grad-cam, of Captum, of torch-cam, or of the"
                                        + " paper's own code.",
                        preset = "grad-cam")
                Convention convention,
        @ConfigDoc(
                        value =
                                "Which evidence is shown: what speaks for the target, what speaks"
                                        + " against it (negative), or both (signed).",
                        preset = "positive")
                MapSign maps,
        @ConfigDoc(
                        value =
                                "Whether each map is the mean over the picture and its mirror"
                                        + " image, each at 0.9, 1 and 1.1 times its values.",
                        preset = "false")
                boolean augSmooth,
        @ConfigDoc(
                        value =
                                "Whether the channels' weighted activations are projected on their"
                                        + " first principal component, and not summed.",
                        preset = "false")
                boolean eigenSmooth,
        @ConfigDoc(
                        value =
                                "Whether each map is tried: what the score does when the picture is"
                                        + " covered by it.",
                        preset = "false")
                boolean faithfulness,
        @ConfigDoc(
                        value =
                                "How methods are set that leave a choice; left out, as in the paper"
                                        + " or package that each follows.",
                        preset = "{}")
                MethodSettings settings) {

    /** The vocabulary of the methods' names. */
    public static final String METHOD = "method";

    /** How a layer's output is laid out. */
    public enum LayoutKind {
        /** By the number of dimensions. */
        AUTO,
        /** {@code (R, C, h, w)}. */
        CHANNELS_FIRST,
        /** {@code (R, h, w, C)}. */
        CHANNELS_LAST,
        /** {@code (R, N, D)}, see {@link TokensConfig}. */
        TOKENS
    }

    /** Whose extremes decide a map's colours. */
    public enum Scale {
        /** Its own. */
        OWN,
        /** Those of all maps of one picture and method. */
        SHARED
    }

    /** Checks that something is asked for and that layout and tokens agree. */
    public ExplainConfig {
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("methods must name at least one method");
        }
        if (convention == Convention.CAPTUM && layers.size() > 1) {
            throw new IllegalArgumentException(
                    "convention 'captum' scales nothing, so the maps of several layers cannot"
                            + " become one: name one layer, or another convention");
        }
        if (maps == MapSign.SIGNED && fusion != Fusion.MEAN) {
            throw new IllegalArgumentException(
                    "maps 'signed' are joined by their mean alone: leave out fusion, or take maps"
                            + " 'positive' or 'negative'");
        }
        if (tokens.isPresent() != (layout == LayoutKind.TOKENS)) {
            throw new IllegalArgumentException(
                    tokens.isPresent()
                            ? "tokens can be given with 'layout: tokens' only"
                            : "layout 'tokens' needs the key tokens, as in {skip: 1, grid: [14,"
                                    + " 14]}; 'auto' finds a square grid by itself");
        }
    }

    /**
     * Returns this config about other layers and one method, each map of what speaks for the target
     * tried.
     *
     * @param wanted the layers; none for those that suit
     * @param method the method
     * @return the config
     */
    public ExplainConfig triedAt(List<String> wanted, String method) {
        return new ExplainConfig(
                wanted,
                layout,
                tokens,
                List.of(method),
                fusion,
                scale,
                convention,
                MapSign.POSITIVE,
                augSmooth,
                eigenSmooth,
                true,
                settings);
    }

    /**
     * Returns how raw maps are made and become heatmaps.
     *
     * @return the style
     */
    public MapStyle style() {
        return new MapStyle(convention, maps, augSmooth, eigenSmooth);
    }

    /**
     * Returns how the layers' outputs are laid out.
     *
     * @return the layout
     */
    public Layout outputLayout() {
        return switch (layout) {
            case AUTO -> Layout.AUTO;
            case CHANNELS_FIRST -> Layout.CHANNELS_FIRST;
            case CHANNELS_LAST -> Layout.CHANNELS_LAST;
            case TOKENS -> tokens.orElseThrow().layout();
        };
    }
}
