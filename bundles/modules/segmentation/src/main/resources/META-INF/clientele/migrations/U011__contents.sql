drop table if exists segmentation_content;
