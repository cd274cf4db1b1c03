-- A customer who is erased is looked for by id.
create index segmentation_place_customer on segmentation_place (customer_id);
create index segmentation_grade_stay_whose on segmentation_grade_stay (customer_id);
