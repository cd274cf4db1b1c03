drop table if exists segmentation_grade_stay;
drop table if exists segmentation_grade;
drop table if exists segmentation_scale;
