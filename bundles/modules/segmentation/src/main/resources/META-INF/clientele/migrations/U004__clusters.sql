drop table if exists segmentation_cluster;
drop table if exists segmentation_cluster_run;
