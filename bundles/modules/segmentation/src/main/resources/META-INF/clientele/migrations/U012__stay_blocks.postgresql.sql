drop view if exists segmentation_ended;
drop view if exists segmentation_blocked;
drop table if exists segmentation_stay_block;
