package dev.wherefore.core.experiment;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.explain.Fusion;
import dev.wherefore.core.explain.Layout;
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
        if (tokens.isPresent() != (layout == LayoutKind.TOKENS)) {
            throw new IllegalArgumentException(
                    tokens.isPresent()
                            ? "tokens can be given with 'layout: tokens' only"
                            : "layout 'tokens' needs the key tokens, as in {skip: 1, grid: [14,"
                                    + " 14]}; 'auto' finds a square grid by itself");
        }
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
