package dev.wherefore.core.diagnose;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page as Markdown.
 *
 * @param page the page
 */
record PageMarkdown(DiagnosisPage page) {

    String text() {
        return Stream.concat(Stream.of("# " + page.title()), page.parts().stream().map(this::part))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String part(PagePart part) {
        if (part instanceof PagePart.Heading heading) {
            return "## " + heading.text();
        }
        if (part instanceof PagePart.Paragraph paragraph) {
            return paragraph.text();
        }
        if (part instanceof PagePart.Picture picture) {
            return "![%s](%s.png)".formatted(picture.words(), picture.name());
        }
        return table((PagePart.Table) part);
    }

    /** Words stand to the left, numbers to the right. */
    private static String table(PagePart.Table table) {
        List<String> rule = table.heads().stream().map(head -> "---").toList();
        return Stream.concat(Stream.of(table.heads(), rule), table.rows().stream())
                .map(PageMarkdown::row)
                .collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
