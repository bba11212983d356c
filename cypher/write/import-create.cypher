// $import MAP: id, number, state, file, title, format, startedAt, run
CREATE (i:Import)
SET i = $import
