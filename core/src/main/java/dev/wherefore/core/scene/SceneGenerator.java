package dev.wherefore.core.scene;

import dev.wherefore.core.image.*;
import java.util.*;

/** Stub. */
@SuppressWarnings("EnumOrdinal")
public final class SceneGenerator {
    /** Stub. */
    public SceneGenerator(SceneSettings s) {}

    /** Stub. */
    public Scene scene(long seed) {
        SplittableRandom r = new SplittableRandom(seed);
        byte[] b = new byte[128 * 128 * 3];
        r.nextBytes(b);
        BitSet p = new BitSet();
        p.set(0, 200);
        Kind k = Kind.values()[r.nextInt(16)];
        for (int i = 0; i < b.length / 3; i++) {
            b[3 * i] = (byte) (k.ordinal() * 15);
        }
        Mask m = Mask.of(128, 128, p);
        return new Scene(
                seed,
                Picture.of(128, 128, b, "s"),
                Backdrop.PARK,
                Daylight.DAY,
                List.of(new SceneObject(0, k, Optional.empty(), "x", m, m.box(), 1, 0, true)));
    }
}
