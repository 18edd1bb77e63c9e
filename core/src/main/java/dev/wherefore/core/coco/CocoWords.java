package dev.wherefore.core.coco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which category a word of a caption speaks of: the name of a category, its plural, or another word
 * for it, of one or more words each ("fire hydrant", "puppies", "mountain bikes"). A name comes
 * before what another category is called too, and more words before fewer: "hot dog" is no dog.
 *
 * <p>Section 8.1.1 of the Grad-CAM paper does so with 830 visual words and the 80 categories of
 * COCO; its list is not published with it. This one is ours: {@code synonyms.txt} beside this class
 * says what it leaves out and why. Words that can be of several categories are of none.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Grad-CAM: Visual Explanations from Deep Networks
 *     via Gradient-based Localization, Selvaraju and others, 2020</a>
 */
public final class CocoWords {

    private static final String NOT = "not";

    private final Map<String, CocoCategory> terms = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final int longest;

    private CocoWords(List<CocoCategory> categories) {
        List<List<String>> groups = groups();
        for (CocoCategory category : categories) {
            add(category.name().toLowerCase(Locale.ROOT), category);
        }
        for (List<String> group : groups) {
            Optional<CocoCategory> meant =
                    group.stream().flatMap(word -> named(categories, word)).findFirst();
            meant.ifPresent(category -> group.forEach(word -> add(word, category)));
        }
        longest = terms.keySet().stream().mapToInt(t -> t.split(" ", -1).length).max().orElse(0);
    }

    /**
     * Returns the words for some categories.
     *
     * @param categories the categories of the data, COCO's or any others; one whose name {@code
     *     synonyms.txt} does not have is known by its name and its plural alone
     * @return the words
     */
    public static CocoWords of(List<CocoCategory> categories) {
        return new CocoWords(categories);
    }

    /** The lines of the list, each the words for one thing; those to be left out are noted. */
    private List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>();
        for (String line : WordLists.lines("synonyms.txt")) {
            List<String> words = Arrays.asList(line.split(" *[:,] *", -1));
            if (words.get(0).equals(NOT)) {
                left.addAll(words.subList(1, words.size()));
            } else {
                groups.add(words);
            }
        }
        return groups;
    }

    private static Stream<CocoCategory> named(List<CocoCategory> categories, String name) {
        return categories.stream().filter(c -> c.name().toLowerCase(Locale.ROOT).equals(name));
    }

    private void add(String noun, CocoCategory category) {
        Stream.concat(Stream.of(noun), Plurals.of(noun).stream())
                .filter(term -> !left.contains(term))
                .forEach(term -> terms.putIfAbsent(term, category));
    }

    /**
     * Returns all that speaks of a category.
     *
     * @return the words, some with spaces between them, in alphabetical order
     */
    public SortedSet<String> vocabulary() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(terms.keySet()));
    }

    /**
     * Returns what each word of a caption speaks of.
     *
     * @param words the words; case, signs at their ends, "'s" and hyphens do not matter
     * @return for each word the category that it speaks of, by itself or with the words beside it
     */
    public List<Optional<CocoCategory>> in(List<String> words) {
        List<String> plain = words.stream().map(CocoWords::plain).toList();
        List<Optional<CocoCategory>> found = new ArrayList<>();
        while (found.size() < words.size()) {
            int from = found.size();
            int length = Math.min(longest, words.size() - from);
            while (length > 1 && category(plain, from, length).isEmpty()) {
                length--;
            }
            Optional<CocoCategory> category = category(plain, from, length);
            found.addAll(Collections.nCopies(Math.max(1, length), category));
        }
        return found;
    }

    private Optional<CocoCategory> category(List<String> plain, int from, int length) {
        String term = String.join(" ", plain.subList(from, from + length));
        return Optional.ofNullable(terms.get(term));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replaceAll("^[^a-z0-9]+|['\u2019]s?[^a-z0-9]*$|[^a-z0-9]+$", "");
    }
}
