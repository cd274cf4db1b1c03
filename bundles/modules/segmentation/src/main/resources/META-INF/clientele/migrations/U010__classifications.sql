drop table if exists segmentation_merge_place;
drop table if exists segmentation_class;
drop table if exists segmentation_classification;
-- Versions before this one cannot read what is told of clusters now; who is in which stays.
delete from segmentation_cluster_run;
