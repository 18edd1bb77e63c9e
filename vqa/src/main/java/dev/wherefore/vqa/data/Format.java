package dev.wherefore.vqa.data;

/** How a file of questions is laid out. */
public enum Format {
    /** Told by the file's ending and, of {@code .json}, its beginning. */
    AUTO("auto"),
    /**
     * A JSON object with {@code questions}, a list of objects with {@code image_id}, {@code
     * question} and {@code question_id}. The answers are in a second file: under {@code
     * annotations} a list of objects with {@code question_id}, {@code image_id}, {@code
     * multiple_choice_answer}, {@code question_type} and {@code answers}. Version 1 has the same.
     *
     * @see <a href="https://visualqa.org/vqa_data_format">VQA: data format</a>
     */
    VQA_V2("vqa-v2"),
    /**
     * A JSON list of {@code [question, answer, image_id]}, or of objects as in {@link #JSONL}.
     *
     * @see <a href="https://github.com/vzhou842/easy-VQA">easy-VQA</a>
     */
    EASY_VQA("easy-vqa"),
    /**
     * A table with a header, in UTF-8, with commas, semicolons or tabs between its columns: {@code
     * picture} (or {@code image}, or {@code image_id}) and {@code question}, and, if they are
     * there, {@code id}, {@code answer}, {@code type}, and {@code answers} with {@code |} between
     * them. Text with a separator, a quote or a line break in it is quoted.
     */
    CSV("csv"),
    /**
     * A JSON object for each question, with the keys of {@link #CSV}; {@code answers} is a list.
     */
    JSONL("jsonl");

    private final String configName;

    Format(String configName) {
        this.configName = configName;
    }

    /**
     * Returns what this format is called in a configuration.
     *
     * @return the name, lower case with dashes
     */
    public String configName() {
        return configName;
    }

    /** What a record of such a file is counted as in messages. */
    String unit() {
        return this == CSV || this == JSONL ? "line" : "question";
    }
}
