package dev.wherefore.core.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.wherefore.core.UserError;

/**
 * KPCA-CAM: the first kernel principal component of the places' activations, with the kernel {@code
 * tanh(x·y / C + 1)} on activations less each channel's mean, and the kernel's matrix centred.
 * These are scikit-learn's defaults for {@code KernelPCA(kernel="sigmoid")}, which the {@code
 * grad-cam} package uses. Neither gradient nor target have a part in it.
 *
 * <p>The sign is that for which the value of largest magnitude is positive.
 *
 * @see <a href="https://arxiv.org/abs/2410.00267">Karmani and others, KPCA-CAM, 2024</a>
 */
public final class KpcaCam implements LayerMethod {

    /** The matrix of so many places has 128 MiB. */
    private static final long MOST_PLACES = 4096;

    @Override
    public MethodCard card() {
        return new MethodCard(
                "kpca-cam",
                "KPCA-CAM",
                "√λ · u, u the first eigenvector of the centred kernel tanh(x·y/C + 1) of all"
                        + " places; the value of largest magnitude is positive",
                "activation at a layer",
                "1 F + 1 b",
                "Karmani and others, KPCA-CAM, 2024, arXiv 2410.00267",
                "as Eigen-CAM, where what the layer sees is not linear",
                "the same for every target; compares all places with each other, so it is slow"
                        + " at early layers and refused above 4096 places");
    }

    @Override
    public NDArray map(Evidence evidence) {
        Shape shape = evidence.activation().getShape();
        long places = shape.get(2) * shape.get(3);
        if (places > MOST_PLACES) {
            throw new UserError(
                    "the method 'kpca-cam' compares all places of a layer with each other, %d at most, and this layer has %dx%d; choose a later one"
                            .formatted(MOST_PLACES, shape.get(2), shape.get(3)));
        }
        return PrincipalMap.sigmoidKernel(evidence.activation(), PrincipalMap.Sign.LARGEST);
    }
}
