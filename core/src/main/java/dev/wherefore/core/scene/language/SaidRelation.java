package dev.wherefore.core.scene.language;

/**
 * What a caption says of how the objects of a phrase lie to those of the next.
 *
 * @param relation how
 * @param subject the place of the one phrase in {@link Statements#objects()}
 * @param object the place of the other
 * @param first the place of the first word of the relation, from 0
 * @param end the place after its last word
 */
public record SaidRelation(Relation relation, int subject, int object, int first, int end) {}
