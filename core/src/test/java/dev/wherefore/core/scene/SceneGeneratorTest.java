package dev.wherefore.core.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wherefore.core.image.Picture;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SceneGeneratorTest {

    private static final SceneGenerator GENERATOR = new SceneGenerator(SceneSettings.DEFAULT);

    /** Of 40 scenes. If it changes, all networks trained on scenes have to be trained anew. */
    private static final String FINGERPRINT =
            "5da1f74a6a0038e72f870e0678b06fa0033cb91fd199b027d7ede805a5519e82";

    private static final String WIDE_FINGERPRINT =
            "179934f05932375c0c583ecaf998970bb38b3862c7544855837a8a9aa43c5d04";

    @Test
    void theSameSeedGivesTheBytesOfEveryOtherPlatform() throws Exception {
        assertThat(fingerprint(SceneSettings.DEFAULT, 40)).isEqualTo(FINGERPRINT);
        assertThat(fingerprint(new SceneSettings(300, 180, 1, 8), 6)).isEqualTo(WIDE_FINGERPRINT);
    }

    @Test
    void severalThreadsDrawTheSameScenes() {
        List<Integer> alone = hashes(LongStream.range(0, 64).boxed().toList().stream());
        List<Integer> together = hashes(LongStream.range(0, 64).boxed().toList().parallelStream());
        assertThat(together).isEqualTo(alone);
        assertThat(alone).doesNotHaveDuplicates();
    }

    @Test
    void eachKindIsInAboutAsManyScenes() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        int repeats = 0;
        for (long seed = 0; seed < 2000; seed++) {
            ScenePlan plan = GENERATOR.plan(seed);
            List<Kind> kinds = plan.placements().stream().map(Placement::kind).distinct().toList();
            kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
            repeats += kinds.size() < plan.placements().size() ? 1 : 0;
            assertThat(plan.placements()).hasSizeBetween(1, 5);
        }
        assertThat(counts).hasSize(Kind.values().length);
        assertThat(counts.values())
                .allSatisfy(count -> assertThat(count / 2000.0).isBetween(0.15, 0.25));
        assertThat(repeats / 2000.0).isBetween(0.1, 0.3);
    }

    @Test
    void whatIsPlannedCanBeSeen() {
        int partly = 0;
        int all = 0;
        for (long seed = 0; seed < 300; seed++) {
            for (SceneObject object : GENERATOR.scene(seed).objects()) {
                assertThat(object.present()).isTrue();
                assertThat(object.visibleShare()).isBetween(0.5, 1.0);
                assertThat(object.mask().area()).isGreaterThanOrEqualTo(200);
                assertThat(object.box()).isEqualTo(object.mask().box());
                partly += object.visibleShare() < 0.9 ? 1 : 0;
                all++;
            }
        }
        assertThat(partly / (double) all).isBetween(0.04, 0.2);
    }

    @Test
    void aLargerPictureShowsTheSameScene() {
        SceneGenerator large = new SceneGenerator(new SceneSettings(384, 384, 1, 5));
        for (long seed = 0; seed < 12; seed++) {
            Scene small = GENERATOR.scene(seed);
            Scene same = large.scene(seed);
            assertThat(difference(small.picture(), same.picture(), 3)).isLessThan(4);
            assertThat(same.objects()).hasSameSizeAs(small.objects());
            for (int i = 0; i < small.objects().size(); i++) {
                SceneObject a = small.objects().get(i);
                SceneObject b = same.objects().get(i);
                assertThat(b.kind()).isEqualTo(a.kind());
                assertThat(b.present()).isEqualTo(a.present());
                assertThat(b.visibleShare()).isCloseTo(a.visibleShare(), within(0.08));
                double area = b.mask().area() / 9.0;
                assertThat(area).isCloseTo(a.mask().area(), within(0.2 * area));
            }
        }
    }

    @Test
    void onlyTheKindsAskedForAreDrawn() {
        List<Kind> pets = List.of(Kind.CAT, Kind.DOG);
        SceneGenerator generator =
                new SceneGenerator(new SceneSettings(128, 128, 3, 3, pets, 0, 0, 0));
        List<Kind> kinds =
                LongStream.range(0, 40)
                        .mapToObj(generator::plan)
                        .flatMap(plan -> plan.placements().stream().map(Placement::kind))
                        .toList();
        assertThat(kinds).hasSizeGreaterThan(100).hasSameElementsAs(pets);
    }

    @Test
    void withoutOcclusionAllIsSeen() {
        SceneGenerator generator =
                new SceneGenerator(
                        new SceneSettings(128, 128, 1, 5, List.of(Kind.values()), 0, 0, 0));
        for (long seed = 0; seed < 100; seed++) {
            assertThat(generator.scene(seed).objects())
                    .allSatisfy(object -> assertThat(object.visibleShare()).isGreaterThan(0.95));
        }
    }

    private static List<Integer> hashes(Stream<Long> seeds) {
        return seeds.map(seed -> GENERATOR.scene(seed))
                .map(scene -> Arrays.hashCode(scene.picture().toBytes()))
                .collect(Collectors.toList());
    }

    private static String fingerprint(SceneSettings settings, int scenes) throws Exception {
        SceneGenerator generator = new SceneGenerator(settings);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long seed = 0; seed < scenes; seed++) {
            Scene scene = generator.scene(seed);
            digest.update(scene.picture().toBytes());
            for (SceneObject object : scene.objects()) {
                digest.update((byte) object.mask().area());
                digest.update((byte) object.box().left());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The mean difference of a picture and a larger one made smaller. */
    private static double difference(Picture small, Picture large, int factor) {
        double sum = 0;
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                for (int band = 0; band < 3; band++) {
                    int row = y * factor;
                    int column = x * factor;
                    int of = band;
                    double mean =
                            IntStream.range(0, factor * factor)
                                    .map(
                                            i ->
                                                    large.sample(
                                                            row + i / factor,
                                                            column + i % factor,
                                                            of))
                                    .average()
                                    .orElseThrow();
                    sum += Math.abs(mean - small.sample(y, x, band));
                }
            }
        }
        return sum / (3.0 * small.width() * small.height());
    }
}
