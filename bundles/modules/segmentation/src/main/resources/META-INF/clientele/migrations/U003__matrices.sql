drop table if exists segmentation_place;
drop table if exists segmentation_matrix;
