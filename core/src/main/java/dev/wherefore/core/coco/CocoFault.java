package dev.wherefore.core.coco;

import dev.wherefore.core.dataset.RecordFault;

/** Why a record of a file was left out. */
public enum CocoFault implements RecordFault {
    /** An image lacks something. */
    IMAGE("an image without 'id', 'file_name', 'width' or 'height'"),
    /** An image has the number of one before. */
    IMAGE_TWICE("an image with the 'id' of another"),
    /** A category lacks something. */
    CATEGORY("a category without 'id' or 'name'"),
    /** An annotation has no number. */
    ID("an annotation without 'id'"),
    /** An annotation has the number of one before of the same image and sort. */
    TWICE("an annotation with the 'id' of another"),
    /** An annotation is of no image. */
    IMAGE_ID("an annotation without 'image_id'"),
    /** An annotation is of an image that the file does not have. */
    UNKNOWN_IMAGE("an annotation of an image that is not among the 'images'"),
    /** An annotation is neither a caption nor an instance. */
    SORT("an annotation without 'caption' and without 'category_id'"),
    /** An instance is of a category that no file has. */
    UNKNOWN_CATEGORY("an instance of a category that is not among the 'categories'"),
    /** An instance has no box. */
    BOX("an instance whose 'bbox' is not four numbers, the last two not negative"),
    /** An instance has no outline. */
    SEGMENTATION("an instance whose 'segmentation' is neither polygons nor run lengths"),
    /** None of an instance's polygons has an area. */
    POLYGON("an instance without a polygon of three corners or more that has an area"),
    /** An instance's run lengths are not those of a mask of the image. */
    RUNS("an instance whose run lengths are not those of a mask of its image");

    private final String what;

    CocoFault(String what) {
        this.what = what;
    }

    @Override
    public String what() {
        return what;
    }
}
