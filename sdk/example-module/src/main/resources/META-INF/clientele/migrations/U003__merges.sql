drop table if exists praise_moved;
