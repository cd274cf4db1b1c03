drop table if exists segmentation_merge;
