package dev.wherefore.core.coco;

/**
 * What an instance can be.
 *
 * @param id its number in the files
 * @param name its name, such as {@code "fire hydrant"}
 */
public record CocoCategory(int id, String name) {}
