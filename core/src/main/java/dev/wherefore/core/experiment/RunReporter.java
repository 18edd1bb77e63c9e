package dev.wherefore.core.experiment;

/** Makes a report of a run: keeps what it needs of each picture, and writes it at the end. */
public interface RunReporter {

    /** Makes no report. */
    RunReporter NONE =
            new RunReporter() {
                @Override
                public boolean has(String picture) {
                    return true;
                }

                @Override
                public void finished(String picture, ExplainedPicture explained) {}

                @Override
                public void ends(RunSummary summary) {}
            };

    /**
     * Returns whether all that the report needs of a picture was kept by an earlier run.
     *
     * @param picture the name of the picture's folder
     * @return false if the picture must be explained again
     */
    boolean has(String picture);

    /**
     * Keeps what the report needs of a picture.
     *
     * @param picture the name of the picture's folder
     * @param explained the picture and all that was found out about it
     */
    void finished(String picture, ExplainedPicture explained);

    /**
     * Writes the report.
     *
     * @param summary what was found out
     */
    void ends(RunSummary summary);
}
