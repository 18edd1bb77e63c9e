package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Deep feature factorisation: a layer's activations fall into K concepts, {@code A ≈ Σ_k H_k W_k},
 * H_k how much of concept k is at each place and W_k the channels it is made of, none of them
 * negative. The map is {@code Σ_k H_k (G · W_k)}: HiResCAM's, of what the concepts make up, without
 * bias. Drawn are the concepts, each with what it adds to the target, {@code Σ_ij H_kij (G_ij ·
 * W_k)}.
 *
 * <p>Each picture is factored by itself, as in the {@code grad-cam} package, which names concepts
 * by the classes that the classifier sees in them; here they are told by what they add, which needs
 * no classifier. Negative activations count as nothing.
 *
 * @see <a href="https://arxiv.org/abs/1806.10206">Collins et al., Deep Feature Factorization for
 *     Concept Discovery, 2018, section 3</a>
 */
public final class DeepFeatureFactorisation implements Method {

    @Override
    public MethodCard card() {
        return new MethodCard(
                "dff",
                "Deep feature factorisation",
                "Σ_k H_k (G · W_k), A ≈ Σ_k H_k W_k",
                "activations of a layer, factored; gradient at a layer",
                "1 F + 1 b",
                "Collins et al., 2018, arXiv 1806.10206, section 3",
                "which parts of the picture the layer tells apart, and what each adds",
                "the number of concepts is a choice (settings.concepts); what they are is for the"
                        + " reader to say");
    }

    @Override
    public Attribution attribute(EvidenceSource source) {
        List<NDArray> maps = new ArrayList<>();
        List<Concepts> concepts = new ArrayList<>();
        for (Evidence layer : source.atLayers()) {
            Sums sums = new Sums(layer, source.settings().concepts());
            for (int row = 0; row < sums.rows; row += source.targets()) {
                FeatureFactors factors =
                        FeatureFactors.of(
                                sums.perPlace(layer.activation(), row),
                                sums.count,
                                source.settings().seed());
                for (int t = 0; t < source.targets(); t++) {
                    sums.add(row + t, factors);
                }
            }
            maps.add(sums.map());
            concepts.add(sums.concepts());
        }
        // where several layers are tapped the last one's concepts are shown
        return Attribution.ofMaps(maps).of(concepts.get(concepts.size() - 1));
    }

    /** What concepts add, summed over concepts for maps, over places for shares. */
    private static final class Sums {

        private final Evidence layer;
        private final int count;
        private final int rows;
        private final int channels;
        private final int places;
        private final float[] map;
        private final float[] parts;
        private final float[] shares;

        Sums(Evidence layer, int count) {
            Shape shape = layer.activation().getShape();
            this.layer = layer;
            this.count = count;
            rows = (int) shape.get(0);
            channels = (int) shape.get(1);
            places = (int) (shape.get(2) * shape.get(3));
            map = new float[rows * places];
            parts = new float[rows * count * places];
            shares = new float[rows * count];
        }

        /** One row of an array {@code (R, C, h, w)}, a line for each place. */
        DMatrixRMaj perPlace(NDArray array, int row) {
            float[] values;
            try (NDArray one = array.get(row)) {
                values = one.toFloatArray();
            }
            DMatrixRMaj matrix = new DMatrixRMaj(places, channels);
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < places; i++) {
                    matrix.set(i, c, values[c * places + i]);
                }
            }
            return matrix;
        }

        void add(int row, FeatureFactors factors) {
            DMatrixRMaj wanted = new DMatrixRMaj(places, count);
            DMatrixRMaj gradient = perPlace(layer.gradient(), row);
            CommonOps_DDRM.multTransB(gradient, factors.concepts(), wanted);
            for (int k = 0; k < count; k++) {
                double share = 0;
                for (int i = 0; i < places; i++) {
                    double there = factors.places().get(i, k);
                    double added = there * wanted.get(i, k);
                    share += added;
                    map[row * places + i] += (float) added;
                    parts[(row * count + k) * places + i] = (float) there;
                }
                shares[row * count + k] = (float) share;
            }
        }

        NDArray map() {
            Shape shape = layer.activation().getShape();
            return manager().create(map, new Shape(rows, shape.get(2), shape.get(3)));
        }

        Concepts concepts() {
            Shape shape = layer.activation().getShape();
            return new Concepts(
                    manager().create(parts, new Shape(rows, count, shape.get(2), shape.get(3))),
                    manager().create(shares, new Shape(rows, count)));
        }

        private NDManager manager() {
            return layer.gradient().getManager();
        }
    }
}
