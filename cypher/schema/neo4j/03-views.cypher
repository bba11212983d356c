// Saved views, which no import brings.
CREATE CONSTRAINT view_id IF NOT EXISTS FOR (x:View) REQUIRE x.id IS UNIQUE;
