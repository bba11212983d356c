// Saved views, which no import brings.
CREATE INDEX view_id_index IF NOT EXISTS FOR (x:View) ON (x.id);
CREATE CONSTRAINT view_id IF NOT EXISTS FOR (x:View) REQUIRE x.id IS UNIQUE;
