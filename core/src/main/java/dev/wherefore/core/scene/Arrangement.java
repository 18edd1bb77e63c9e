package dev.wherefore.core.scene;

import dev.wherefore.core.scene.draw.Canvas;
import dev.wherefore.core.scene.draw.Silhouette;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The objects that have found a place. Another one joins them if all can still be seen. */
final class Arrangement {

    private static final double CROWDED_SHARE = 0.52;
    private static final double CLEAR_SHARE = 0.96;
    private static final int LEAST_PIXELS = 205;
    private static final double TWINS = 0.12;

    private final Canvas canvas;
    private final double leastShare;
    private List<Member> members = new ArrayList<>();

    /** A canvas at 128x128 that measures, and whether objects may hide each other in part. */
    Arrangement(Canvas canvas, boolean crowded) {
        this.canvas = canvas;
        this.leastShare = crowded ? CROWDED_SHARE : CLEAR_SHARE;
    }

    private record Member(Placement placement, BitSet pixels, int area) {}

    /** Takes an object in, if there is room for it there. */
    boolean accept(Placement placement) {
        ObjectPainter.paint(canvas, placement);
        Silhouette silhouette = canvas.endObject();
        Member member = new Member(placement, silhouette.pixels(), silhouette.area());
        List<Member> all = new ArrayList<>(members);
        int at = 0;
        while (at < all.size() && all.get(at).placement.distance() <= placement.distance()) {
            at++;
        }
        all.add(at, member);
        if (!clear(all) || twins(member)) {
            return false;
        }
        members = all;
        return true;
    }

    List<Placement> placements() {
        return members.stream().map(Member::placement).toList();
    }

    private boolean clear(List<Member> all) {
        BitSet nearer = new BitSet();
        for (int i = all.size() - 1; i >= 0; i--) {
            Member member = all.get(i);
            BitSet seen = (BitSet) member.pixels.clone();
            seen.andNot(nearer);
            int visible = seen.cardinality();
            if (visible < LEAST_PIXELS || visible < leastShare * member.area) {
                return false;
            }
            nearer.or(member.pixels);
        }
        return true;
    }

    /** Whether it overlaps another one of its kind so much that they could not be counted. */
    private boolean twins(Member member) {
        for (Member other : members) {
            if (other.placement.kind() == member.placement.kind()) {
                BitSet both = (BitSet) other.pixels.clone();
                both.and(member.pixels);
                if (both.cardinality() > TWINS * Math.min(other.area, member.area)) {
                    return true;
                }
            }
        }
        return false;
    }
}
