// $import MAP: id, number, state, file, title, format, startedAt, batch
CREATE (i:Import)
SET i = $import
