package dev.wherefore.core.scene.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.scene.Colour;
import dev.wherefore.core.scene.Daylight;
import dev.wherefore.core.scene.Kind;
import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a caption word by word, and asserts that it is true: written without the code it checks.
 */
final class CaptionCheck {

    private static final Map<String, Kind> ONE = new TreeMap<>();
    private static final Map<String, Kind> MANY = new TreeMap<>();
    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five");
    private static final Map<String, String> PLACES =
            Map.of(
                    "on the street", "STREET",
                    "in the park", "PARK",
                    "at the beach", "BEACH",
                    "in the snow", "SNOW",
                    "a street", "STREET",
                    "a park", "PARK",
                    "a beach", "BEACH",
                    "a snowy scene", "SNOW");

    static {
        List<String> nouns =
                List.of(
                        "bus buses",
                        "car cars",
                        "bicycle bicycles",
                        "bench benches",
                        "dog dogs",
                        "cat cats",
                        "bird birds",
                        "person people",
                        "kite kites",
                        "ball balls",
                        "tree trees",
                        "umbrella umbrellas",
                        "boat boats",
                        "house houses");
        for (String noun : nouns) {
            String[] both = noun.split(" ", -1);
            Kind kind = Kind.valueOf(both[0].toUpperCase(java.util.Locale.ROOT));
            ONE.put(both[0], kind);
            MANY.put(both[1], kind);
        }
        ONE.put("fire hydrant", Kind.FIRE_HYDRANT);
        MANY.put("fire hydrants", Kind.FIRE_HYDRANT);
        ONE.put("traffic light", Kind.TRAFFIC_LIGHT);
        MANY.put("traffic lights", Kind.TRAFFIC_LIGHT);
    }

    private final Scene scene;
    private final Caption caption;
    private final List<List<SceneObject>> phrases = new ArrayList<>();
    private int at;
    private int relations;

    private CaptionCheck(Scene scene, Caption caption) {
        this.scene = scene;
        this.caption = caption;
    }

    /** Asserts that a caption is true, and returns how many relations it states. */
    static int check(Scene scene, Caption caption) {
        CaptionCheck check = new CaptionCheck(scene, caption);
        check.sentence();
        assertThat(caption.words()).as(caption.text()).hasSizeLessThanOrEqualTo(14);
        return check.relations;
    }

    private void sentence() {
        String between = "";
        while (at < caption.words().size()) {
            if (isPlace()) {
                continue;
            }
            if (word(at).equals("there")) {
                boolean one = List.of("a", "an").contains(word(at + 2));
                assertThat(word(at + 1)).as(caption.text()).isEqualTo(one ? "is" : "are");
                silent(2);
            } else if (phrase()) {
                between(between);
                between = "";
            } else {
                between = (between + " " + word(at)).strip();
                silent(1);
            }
        }
        assertThat(between).as(caption.text()).isEmpty();
        assertThat(phrases).as(caption.text()).isNotEmpty();
    }

    private String word(int i) {
        return i < caption.words().size() ? caption.words().get(i).text() : "";
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = at; i < at + count; i++) {
            words.add(word(i));
        }
        return String.join(" ", words);
    }

    /** Moves over words that speak of nothing. */
    private void silent(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(caption.words().get(at++).objects()).as(caption.text()).isEmpty();
        }
    }

    private boolean isPlace() {
        if (words(3).equals("in the sky") || words(3).equals("on the water")) {
            boolean sky = word(at + 2).equals("sky");
            for (List<SceneObject> phrase : phrases) {
                assertThat(phrase)
                        .as(caption.text())
                        .allMatch(sky ? CaptionCheck::flies : CaptionCheck::swims);
            }
            silent(3);
            return true;
        }
        if (words(2).equals("at dusk")) {
            assertThat(scene.daylight()).as(caption.text()).isEqualTo(Daylight.DUSK);
            silent(2);
            return true;
        }
        for (int count : new int[] {2, 3}) {
            if (PLACES.containsKey(words(count))) {
                assertThat(scene.backdrop().name()).isEqualTo(PLACES.get(words(count)));
                if (words(count).equals("on the street") || words(count).equals("in the snow")) {
                    for (List<SceneObject> phrase : phrases) {
                        assertThat(phrase).as(caption.text()).noneMatch(o -> flies(o) || swims(o));
                    }
                }
                silent(count);
                if (word(at).equals("with")) {
                    silent(1);
                } else if (words(3).equals("at dusk with")) {
                    assertThat(scene.daylight()).as(caption.text()).isEqualTo(Daylight.DUSK);
                    silent(3);
                }
                return true;
            }
        }
        return false;
    }

    private static boolean flies(SceneObject object) {
        return object.kind() == Kind.KITE
                || (object.kind() == Kind.BIRD && object.pose().matches("flying|gliding"));
    }

    private static boolean swims(SceneObject object) {
        return object.kind() == Kind.BOAT;
    }

    private boolean phrase() {
        boolean one = List.of("a", "an").contains(word(at));
        int count = one ? 1 : NUMBERS.indexOf(word(at));
        if (count < 1) {
            return false;
        }
        int begin = at + 1;
        Optional<Colour> before = colour(begin);
        int noun = begin + (before.isPresent() ? 1 : 0);
        String two = word(noun) + " " + word(noun + 1);
        Map<String, Kind> nouns = one ? ONE : MANY;
        int end = noun + (nouns.containsKey(two) ? 2 : 1);
        Kind kind = nouns.get(nouns.containsKey(two) ? two : word(noun));
        boolean wears = word(end).equals("in") && colour(end + 1).isPresent();
        assertThat(wears ? Kind.PERSON : kind).as(caption.text()).isEqualTo(kind);
        assertThat(before.isPresent() && kind == Kind.PERSON).as(caption.text()).isFalse();
        Optional<Colour> colour = wears ? colour(end + 1) : before;
        assertThat(kind).as("noun in '%s'", caption.text()).isNotNull();
        List<SceneObject> found =
                scene.objects().stream()
                        .filter(o -> o.kind() == kind && o.mask().area() > 0)
                        .filter(o -> colour.isEmpty() || o.colour().equals(colour))
                        .toList();
        assertThat(found).as(caption.text()).hasSize(count).allMatch(SceneObject::present);
        if (one) {
            boolean vowel = "aeiou".contains(word(begin).substring(0, 1));
            assertThat(word(at)).as(caption.text()).isEqualTo(vowel ? "an" : "a");
            silent(1);
        }
        Integer[] indexes = found.stream().map(SceneObject::index).toArray(Integer[]::new);
        for (; at < end; at++) {
            assertThat(caption.words().get(at).objects())
                    .as(caption.text())
                    .containsExactlyInAnyOrder(indexes);
        }
        if (wears) {
            silent(1);
            assertThat(caption.words().get(at++).objects())
                    .as(caption.text())
                    .containsExactlyInAnyOrder(indexes);
        }
        phrases.add(found);
        return true;
    }

    private Optional<Colour> colour(int i) {
        return Arrays.stream(Colour.values()).filter(c -> c.label().equals(word(i))).findFirst();
    }

    /** Asserts what stands between the last two phrases. */
    private void between(String words) {
        if (phrases.size() < 2) {
            assertThat(words).as(caption.text()).isEmpty();
            return;
        }
        List<SceneObject> first = phrases.get(phrases.size() - 2);
        List<SceneObject> second = phrases.get(phrases.size() - 1);
        assertThat(first).as(caption.text()).doesNotContainAnyElementsOf(second);
        if (words.equals("and")) {
            return;
        }
        relations++;
        for (SceneObject a : first) {
            for (SceneObject b : second) {
                assertThat(isTrue(a, words, b)).as("%s: %s", caption.text(), words).isTrue();
            }
        }
    }

    /** What must be so, whatever the margins are. */
    static boolean isTrue(SceneObject a, String relation, SceneObject b) {
        Rectangle one = a.box();
        Rectangle two = b.box();
        double aside = (two.left() + two.right()) / 2 - (one.left() + one.right()) / 2;
        double down = (two.top() + two.bottom()) / 2 - (one.top() + one.bottom()) / 2;
        boolean columns = one.left() < two.right() && two.left() < one.right();
        boolean rows = one.top() < two.bottom() && two.top() < one.bottom();
        double tenth = a.mask().width() / 10.0;
        return switch (relation) {
            case "left of" ->
                    aside >= tenth && one.left() < two.left() && one.right() < two.right();
            case "right of" -> isTrue(b, "left of", a);
            case "above" -> down >= a.mask().height() / 10.0 && one.bottom() < two.bottom();
            case "below" -> isTrue(b, "above", a);
            case "in front of" -> a.depth() > b.depth() && columns && one.bottom() > two.bottom();
            case "behind" -> isTrue(b, "in front of", a);
            case "next to" ->
                    rows
                            && Math.max(one.left(), two.left()) - Math.min(one.right(), two.right())
                                    <= 1.2 * tenth;
            default -> throw new AssertionError("no relation: '" + relation + "'");
        };
    }
}
