package dev.wherefore.core.dataset;

/** Why a picture of a data set, or a thing in it, was left out. */
public enum DataFault implements RecordFault {
    /** A file of what a picture shows is not there. */
    NO_RECORD("a picture without a file that says what it shows"),
    /** A file of what a picture shows cannot be read. */
    XML("a picture whose annotation is no such XML as VOC's"),
    /** A picture is not there. */
    NO_PICTURE("a picture whose file is missing"),
    /** A picture is damaged, or too large. */
    PICTURE("a picture that cannot be decoded"),
    /** What is said is said of a picture of another size. */
    SIZE("a picture of another size than is said of it"),
    /** Masks are damaged or of another size. */
    MASK("a picture whose mask is no PNG of palette indexes of its size"),
    /** A thing is of no class. */
    CLASS("a thing whose class is not among the classes"),
    /** A thing's box is not four numbers, or has no area. */
    BOX("a thing whose box is not four numbers in order"),
    /** A thing lies elsewhere. */
    OUTSIDE("a thing whose box reaches beyond its picture"),
    /** A line of a table cannot be used. */
    LINE("a line without a file or a label, or with more cells than the header"),
    /** A line of a table leads out of the folder of pictures. */
    PLACE("a line whose file is not in the folder of pictures");

    private final String what;

    DataFault(String what) {
        this.what = what;
    }

    @Override
    public String what() {
        return what;
    }
}
