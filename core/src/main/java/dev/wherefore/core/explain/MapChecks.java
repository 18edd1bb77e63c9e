package dev.wherefore.core.explain;

import dev.wherefore.core.check.Check;
import dev.wherefore.core.check.CheckPlan;
import dev.wherefore.core.check.Finding;
import dev.wherefore.core.engine.Autograd;
import dev.wherefore.core.engine.GradientMode;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Plane;
import dev.wherefore.core.image.Size;
import dev.wherefore.core.metric.Baseline;
import dev.wherefore.core.metric.Sight;
import dev.wherefore.core.network.Inputs;
import dev.wherefore.core.network.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Has maps checked, and maps that know nothing beside them. */
final class MapChecks {

    private final Network network;
    private final Autograd autograd;
    private final BiFunction<Inputs, ExplainRequest, Explanations> maps;

    /**
     * @param maps explains what it is given, and checks nothing
     */
    MapChecks(
            Network network,
            Autograd autograd,
            BiFunction<Inputs, ExplainRequest, Explanations> maps) {
        this.network = network;
        this.autograd = autograd;
        this.maps = maps;
    }

    /** The explanations, with what was found out. */
    Explanations of(Inputs inputs, ExplainRequest request, Explanations found) {
        List<List<Explanation>> checked = new ArrayList<>();
        CheckPlan plan = request.checks();
        int methods = request.methods().size();
        try (AskedNetwork asked = new AskedNetwork(network, autograd, inputs, request, maps);
                GradientMode off = GradientMode.off()) {
            for (int picture = 0; picture < inputs.batch(); picture++) {
                List<Explanation> all = new ArrayList<>();
                for (int target = 0; target < request.targets().size(); target++) {
                    List<Explanation> own =
                            found.pictures()
                                    .get(picture)
                                    .subList(target * methods, (target + 1) * methods);
                    all.addAll(
                            plan.asked().test(picture, target)
                                    ? checked(plan, new AskedTarget(asked, picture, target), own)
                                    : own);
                }
                checked.add(List.copyOf(all));
            }
        }
        return new Explanations(checked, found.vectors(), found.words());
    }

    /** The explanations of one target. */
    private static List<Explanation> checked(
            CheckPlan plan, AskedTarget target, List<Explanation> explanations) {
        Map<String, List<Finding>> baselines = new LinkedHashMap<>();
        for (Baseline baseline : plan.baselines()) {
            Plane map =
                    baseline.map(
                            new Sight(
                                    geometry(target),
                                    Explanation.coarsest(explanations).orElseThrow(),
                                    target.seed(),
                                    target.picture()::mean));
            baselines.put(baseline.name(), findings(plan, AskedMap.thatKnowsNothing(target, map)));
        }
        List<Explanation> checked = new ArrayList<>();
        for (int method = 0; method < explanations.size(); method++) {
            AskedMap map = AskedMap.of(target, method, explanations.get(method));
            checked.add(
                    explanations
                            .get(method)
                            .checked(new MapFindings(findings(plan, map), baselines)));
        }
        return checked;
    }

    private static List<Finding> findings(CheckPlan plan, AskedMap map) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : plan.checks()) {
            findings.add(map.finding(check));
        }
        return findings;
    }

    /** What the network saw is all that there is to a baseline. */
    private static Geometry geometry(AskedTarget target) {
        return Geometry.identity(new Size(target.picture().height(), target.picture().width()));
    }
}
