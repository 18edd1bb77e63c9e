package dev.wherefore.launcher;

import dev.wherefore.core.diagnose.DiagnosisFolder;
import dev.wherefore.core.diagnose.DiagnosisListener;
import dev.wherefore.core.diagnose.DiagnosisPage;
import dev.wherefore.core.diagnose.PagePart;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how an experiment goes, and shows its page as far as a terminal can. */
final class DiagnosisReport implements DiagnosisListener, AutoCloseable {

    /** Longer tables are for the file. */
    private static final int ROWS = 40;

    private final PrintWriter out;
    private final PrintWriter err;
    private @Nullable Progress progress;

    DiagnosisReport(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void begins(String what, int count, List<String> facts) {
        close();
        facts.forEach(out::println);
        out.flush();
        progress = Progress.of(what, count, err);
    }

    @Override
    public void finished(int more) {
        Optional.ofNullable(progress).ifPresent(p -> p.add(more));
    }

    /** Prints the page. */
    void ends(DiagnosisPage page, Path folder) {
        close();
        out.println();
        out.println(page.title());
        for (PagePart part : page.parts()) {
            print(part);
        }
        out.println();
        out.println("page: " + folder.resolve(DiagnosisFolder.PAGE));
    }

    private void print(PagePart part) {
        if (part instanceof PagePart.Heading heading) {
            out.println();
            out.println(heading.text());
        } else if (part instanceof PagePart.Paragraph paragraph) {
            out.println();
            out.println(paragraph.text());
        } else if (part instanceof PagePart.Table table && table.rows().size() <= ROWS) {
            TextTable text = new TextTable();
            text.row(table.heads());
            table.rows().forEach(text::row);
            out.println();
            text.lines().forEach(out::println);
        }
    }

    @Override
    public void close() {
        Optional.ofNullable(progress).ifPresent(Progress::close);
        progress = null;
    }
}
