package dev.wherefore.core.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an experiment found out, as a page.
 *
 * @param title what it is about
 * @param parts the page from top to bottom
 * @param numbers the numbers that matter, by name, in their order
 */
public record DiagnosisPage(String title, List<PagePart> parts, Map<String, Double> numbers) {

    /** Copies the parts and keeps the numbers' order. */
    public DiagnosisPage {
        parts = List.copyOf(parts);
        numbers = new LinkedHashMap<>(numbers);
    }

    /**
     * Returns an empty page.
     *
     * @param title what it is about
     * @return the page, without parts and numbers
     */
    public static DiagnosisPage titled(String title) {
        return new DiagnosisPage(title, List.of(), Map.of());
    }

    /**
     * Returns this page with more at its end.
     *
     * @param more what follows
     * @return the longer page
     */
    public DiagnosisPage with(PagePart... more) {
        return with(List.of(more));
    }

    /**
     * Returns this page with more at its end.
     *
     * @param more what follows
     * @return the longer page
     */
    public DiagnosisPage with(List<? extends PagePart> more) {
        List<PagePart> all = new ArrayList<>(parts);
        all.addAll(more);
        return new DiagnosisPage(title, all, numbers);
    }

    /**
     * Returns this page with a paragraph at its end.
     *
     * @param text plain sentences
     * @return the longer page
     */
    public DiagnosisPage say(String text) {
        return with(new PagePart.Paragraph(text));
    }

    /**
     * Returns this page with a number.
     *
     * @param name what it is, lower case with dashes
     * @param value the number
     * @return the page with it
     */
    public DiagnosisPage number(String name, double value) {
        Map<String, Double> all = new LinkedHashMap<>(numbers);
        all.put(name, value);
        return new DiagnosisPage(title, parts, all);
    }
}
