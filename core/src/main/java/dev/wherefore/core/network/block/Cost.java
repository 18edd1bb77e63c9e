package dev.wherefore.core.network.block;

/** Adds up what a pass costs. */
final class Cost {

    private long multiplyAdds;

    void add(long more) {
        multiplyAdds += more;
    }

    long multiplyAdds() {
        return multiplyAdds;
    }
}
