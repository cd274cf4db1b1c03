drop index if exists segmentation_grade_stay_whose;
drop index if exists segmentation_place_customer;
