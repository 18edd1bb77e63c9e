package dev.wherefore.core.experiment.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key of a config means, for editors and for people. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ConfigDoc {

    /**
     * Returns what the key means.
     *
     * @return one sentence
     */
    String value();

    /**
     * Returns the key, where it cannot be made of the component's name, {@code class} for one.
     *
     * @return the key, or nothing if it is the component's name in lower case with dashes
     */
    String key() default "";

    /**
     * Returns what the key stands for if it is left out, in YAML. Without it the key is required,
     * unless its component is an {@code Optional}.
     *
     * @return the default, or nothing
     */
    String preset() default "";

    /**
     * Returns the vocabulary whose names alone are allowed, see {@link Vocabulary}.
     *
     * @return a vocabulary's name, or nothing
     */
    String names() default "";

    /**
     * Returns whether text may also be written as a number; it is taken as written.
     *
     * @return whether numbers are text here
     */
    boolean orNumber() default false;

    /**
     * Returns whether the file that a path names must be there.
     *
     * @return whether to look for it
     */
    boolean mustExist() default false;
}
