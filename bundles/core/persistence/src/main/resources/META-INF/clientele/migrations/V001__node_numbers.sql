-- Each start of a node takes the next number; it is part of every id the node hands out.
create sequence persistence_node minvalue 0 maxvalue 1023 cycle;
