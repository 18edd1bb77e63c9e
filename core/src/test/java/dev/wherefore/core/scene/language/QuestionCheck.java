package dev.wherefore.core.scene.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherefore.core.scene.Scene;
import dev.wherefore.core.scene.SceneObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers questions by their words alone, and compares: written without the code it checks. */
final class QuestionCheck {

    private static final String BETWEEN =
            "(left of|right of|above|below|in front of|behind|next to)";
    private static final Pattern THERE = Pattern.compile("is there (an?) (.+)\\?");
    private static final Pattern MANY = Pattern.compile("how many (.+) are there\\?");
    private static final Pattern COLOUR = Pattern.compile("what colour is the (.+?)( wearing)?\\?");
    private static final Pattern THING = Pattern.compile("what is the (.+) thing\\?");
    private static final Pattern BESIDE = Pattern.compile("what is " + BETWEEN + " the (.+)\\?");
    private static final Pattern RELATED =
            Pattern.compile("is the (.+) " + BETWEEN + " the (.+)\\?");

    private final Scene scene;
    private final Question question;

    private QuestionCheck(Scene scene, Question question) {
        this.scene = scene;
        this.question = question;
    }

    static void check(Scene scene, Question question) {
        new QuestionCheck(scene, question).check();
    }

    private void check() {
        switch (question.type()) {
            case EXISTENCE -> {
                Matcher words = match(THERE);
                List<SceneObject> found = sure(described(words.group(2)));
                boolean vowel = "aeiou".indexOf(words.group(2).charAt(0)) >= 0;
                assertThat(words.group(1)).as(question.text()).isEqualTo(vowel ? "an" : "a");
                expect(found.isEmpty() ? "no" : "yes", found);
            }
            case COUNT -> {
                String what = match(MANY).group(1);
                List<SceneObject> found =
                        sure(what.equals("animals") ? this::isAnimal : o -> plural(o).equals(what));
                assertThat(found).hasSizeLessThanOrEqualTo(5);
                expect(String.valueOf(found.size()), found);
            }
            case COLOUR -> {
                List<SceneObject> found = sure(described(match(COLOUR).group(1)));
                assertThat(found).as(question.text()).hasSize(1);
                assertThat(match(COLOUR).group(2) != null)
                        .as(question.text())
                        .isEqualTo(plural(found.get(0)).equals("people"));
                expect(colour(found.get(0)), found);
            }
            case KIND -> {
                boolean animal = question.text().equals("what animal is there?");
                String colour = animal ? "" : match(THING).group(1);
                List<SceneObject> found =
                        sure(animal ? this::isAnimal : o -> colour(o).equals(colour));
                assertThat(found).as(question.text()).hasSize(1);
                expect(found.get(0).kind().label(), found);
            }
            case NEIGHBOUR -> neighbour();
            case RELATION -> relation();
            case PLACE -> {
                assertThat(question.text()).isEqualTo("where is this?");
                expect(scene.backdrop().name().toLowerCase(Locale.ROOT), List.of());
            }
        }
    }

    private void neighbour() {
        Matcher words = match(BESIDE);
        SceneObject anchor = one(words.group(2));
        List<SceneObject> others =
                scene.objects().stream()
                        .filter(o -> o.mask().area() > 0 && o.index() != anchor.index())
                        .filter(o -> CaptionCheck.isTrue(o, words.group(1), anchor))
                        .toList();
        assertThat(others).as(question.text()).hasSize(1).allMatch(SceneObject::present);
        expect(others.get(0).kind().label(), others);
        assertThat(question.anchorObjects()).containsExactly(anchor.index());
    }

    private void relation() {
        Matcher words = match(RELATED);
        SceneObject one = one(words.group(1));
        SceneObject other = one(words.group(3));
        boolean isTrue = CaptionCheck.isTrue(one, words.group(2), other);
        expect(isTrue ? "yes" : "no", List.of(one));
        assertThat(question.anchorObjects()).containsExactly(other.index());
    }

    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(question.text());
        assertThat(matcher.matches()).as(question.text()).isTrue();
        return matcher;
    }

    private void expect(String answer, List<SceneObject> objects) {
        assertThat(question.answer()).as("%s", question).isEqualTo(answer);
        assertThat(question.answerObjects())
                .as("%s", question)
                .containsExactlyInAnyOrderElementsOf(
                        objects.stream().map(SceneObject::index).toList());
    }

    private SceneObject one(String description) {
        List<SceneObject> found = sure(described(description));
        assertThat(found).as("%s in %s", description, question).hasSize(1);
        return found.get(0);
    }

    private List<SceneObject> sure(Predicate<SceneObject> sort) {
        List<SceneObject> found =
                scene.objects().stream().filter(o -> o.mask().area() > 0).filter(sort).toList();
        assertThat(found).as("%s", question).allMatch(SceneObject::present);
        return found;
    }

    private static Predicate<SceneObject> described(String words) {
        return o ->
                words.equals(o.kind().label())
                        || words.equals(colour(o) + " " + o.kind().label())
                        || (words.equals("person in " + colour(o)) && plural(o).equals("people"));
    }

    private static String colour(SceneObject object) {
        return object.colour().map(c -> c.name().toLowerCase(Locale.ROOT)).orElse("none");
    }

    private boolean isAnimal(SceneObject object) {
        return Set.of("DOG", "CAT", "BIRD").contains(object.kind().name());
    }

    private static String plural(SceneObject object) {
        String one = object.kind().label();
        if (one.equals("person")) {
            return "people";
        }
        return one + (one.endsWith("s") || one.endsWith("ch") ? "es" : "s");
    }
}
