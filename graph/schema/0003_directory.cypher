// kind: schema
// The one mark that changes whenever what is published about places changes.
CREATE CONSTRAINT directory_id IF NOT EXISTS FOR (n:Directory) REQUIRE n.id IS UNIQUE;
