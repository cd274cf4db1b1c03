drop table if exists segmentation_difference;
drop table if exists segmentation_decision;
