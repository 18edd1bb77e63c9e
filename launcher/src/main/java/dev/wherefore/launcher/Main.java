package dev.wherefore.launcher;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.stream.Stream;

/** The entry of the program. */
public final class Main {

    private Main() {}

    /**
     * Runs a command and exits with its status: 0, 2 for a mistake of the user's, 1 for one of
     * Wherefore's, 130 after Ctrl-C.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, charset("stdout.encoding"));
        PrintWriter err = new PrintWriter(System.err, true, charset("stderr.encoding"));
        int status = Cli.run(args, out, err);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /**
     * The terminal's encoding, where Java says it; else that of the operating system's settings,
     * which is not Java's own default from Java 18 on.
     */
    private static Charset charset(String property) {
        String name =
                Stream.of(property, "sun." + property, "native.encoding")
                        .map(System::getProperty)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("UTF-8");
        return Charset.forName(name);
    }
}
