drop table if exists segmentation_rfm_settings;
drop table if exists segmentation_rfm_score;
drop table if exists segmentation_rfm_summary;
