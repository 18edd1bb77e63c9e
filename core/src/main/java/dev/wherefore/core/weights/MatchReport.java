package dev.wherefore.core.weights;

import dev.wherefore.core.NearMatches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts into a sentence how a file of weights does not fit a network. */
record MatchReport(WeightMatch match) {

    private static final int TOLD = 3;
    private static final int LONGEST_SEARCH = 2000;

    String sentence() {
        List<String> parts = new ArrayList<>();
        if (!match.missing().isEmpty()) {
            parts.add(
                    match.missing().size()
                            + " of the network's "
                            + match.expected().size()
                            + " tensors "
                            + (match.missing().size() == 1 ? "is" : "are")
                            + " missing ("
                            + first(quoted(match.missing()))
                            + ")");
        }
        if (!match.unexpected().isEmpty()) {
            parts.add(
                    match.unexpected().size()
                            + " of the file's "
                            + match.found().size()
                            + (match.unexpected().size() == 1 ? " is" : " are")
                            + " not the network's ("
                            + first(quoted(match.unexpected()))
                            + ")");
        }
        if (!match.misshaped().isEmpty()) {
            parts.add(
                    match.misshaped().size()
                            + (match.misshaped().size() == 1 ? " has" : " have")
                            + " another shape ("
                            + first(match.misshaped().stream().map(MatchReport::shapes).toList())
                            + ")");
        }
        return "'"
                + match.source()
                + "' does not fit the network: "
                + String.join(", ", parts)
                + "; "
                + advice();
    }

    private static String first(List<String> all) {
        String told = String.join(", ", all.subList(0, Math.min(TOLD, all.size())));
        return all.size() > TOLD ? told + ", …" : told;
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(Quoted::name).toList();
    }

    private static String shapes(WeightMatch.Misshaped tensor) {
        return Quoted.name(tensor.name())
                + " is "
                + tensor.found()
                + " and should be "
                + tensor.expected();
    }

    private String advice() {
        String theirs = commonPrefix(match.found());
        String ours = commonPrefix(match.expected());
        long shorter = count(match.found(), theirs, "");
        long longer = count(match.found(), "", ours);
        if (!theirs.isEmpty() && shorter > 0) {
            return fitting(
                    shorter,
                    "without " + Quoted.name(theirs) + ", with which all names in it begin");
        }
        if (!ours.isEmpty() && longer > 0) {
            return fitting(longer, "with " + Quoted.name(ours) + " before its names");
        }
        return partAdvice();
    }

    private String fitting(long count, String how) {
        return String.format(
                Locale.ROOT,
                "%d of the network's %d names would be there %s: save the state_dict of the part"
                        + " that is the network, or rename the tensors",
                count,
                match.expected().size(),
                how);
    }

    private long count(Collection<String> names, String off, String on) {
        return names.stream()
                .map(n -> on + n.substring(off.length()))
                .filter(match.expected()::contains)
                .count();
    }

    private String partAdvice() {
        if (match.missing().isEmpty() && match.unexpected().isEmpty()) {
            return "build the network with the sizes that the weights were trained with";
        }
        Optional<String> theirs = prefix(match.unexpected());
        Optional<String> ours = prefix(match.missing());
        List<String> parts = new ArrayList<>();
        ours.ifPresent(p -> parts.add("all that are missing begin with " + Quoted.name(p)));
        theirs.ifPresent(
                p -> parts.add("all that are not the network's begin with " + Quoted.name(p)));
        renamings().ifPresent(parts::add);
        parts.add(
                "names and shapes must be those of the network: build it as it was trained, or take"
                        + " the weights of this one");
        return parts.stream().collect(Collectors.joining("; "));
    }

    /** The first few names of the file that are nearly those that are missing. */
    private Optional<String> renamings() {
        if (match.unexpected().size() > LONGEST_SEARCH) {
            return Optional.empty();
        }
        String near =
                match.missing().stream()
                        .limit(TOLD)
                        .flatMap(
                                name ->
                                        NearMatches.find(name, match.unexpected()).stream()
                                                .limit(1)
                                                .map(
                                                        n ->
                                                                Quoted.name(n)
                                                                        + " is "
                                                                        + Quoted.name(name)))
                        .collect(Collectors.joining(", "));
        return Optional.of("perhaps " + near).filter(text -> !near.isEmpty());
    }

    private static Optional<String> prefix(List<String> names) {
        return Optional.of(commonPrefix(names)).filter(p -> !p.isEmpty());
    }

    /** What all names begin with, up to and with a point; empty if that is nothing. */
    private static String commonPrefix(Collection<String> names) {
        Optional<String> common =
                names.stream()
                        .reduce(
                                (a, b) -> {
                                    int same = 0;
                                    int most = Math.min(a.length(), b.length());
                                    while (same < most && a.charAt(same) == b.charAt(same)) {
                                        same++;
                                    }
                                    return a.substring(0, same);
                                });
        return common.map(c -> c.substring(0, c.lastIndexOf('.') + 1)).orElse("");
    }
}
