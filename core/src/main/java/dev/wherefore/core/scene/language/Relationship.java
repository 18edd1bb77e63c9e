package dev.wherefore.core.scene.language;

/**
 * How one object of a scene lies to another: "the dog is in front of the bench".
 *
 * @param relation how
 * @param subject the index of the object that lies so
 * @param object the index of the object that it lies so to
 */
public record Relationship(Relation relation, int subject, int object) {}
