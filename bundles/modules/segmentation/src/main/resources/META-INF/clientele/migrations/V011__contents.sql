-- What is said to the members of a segment: pieces is JSON, a list in the order that was chosen. No row says as much as an empty list of version 0.
create table segmentation_content (
    segment_id bigint not null primary key,
    version bigint not null,
    pieces varchar(200000) not null
);
