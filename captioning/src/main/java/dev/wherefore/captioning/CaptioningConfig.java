package dev.wherefore.captioning;

/** Work in progress. */
public record CaptioningConfig() {}
