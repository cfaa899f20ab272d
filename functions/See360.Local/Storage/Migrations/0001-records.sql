-- Partitions are numbered once, so that a record's key does not repeat the names a million times.
CREATE TABLE partitions (
    id INTEGER PRIMARY KEY,
    table_name TEXT NOT NULL,
    partition TEXT NOT NULL,
    UNIQUE (table_name, partition)
) STRICT;

-- With the hidden row id: bodies are appended one after the other and only the small keys are sorted in. Without it a
-- body of more than a kilobyte would get pages of its own.
CREATE TABLE records (
    partition_id INTEGER NOT NULL,
    row TEXT NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (partition_id, row)
) STRICT;

-- The last version given to any record. It only ever rises, so a row that is deleted and inserted again never gets
-- a version that somebody may still hold.
CREATE TABLE versions (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last INTEGER NOT NULL
) STRICT;

INSERT INTO versions (id, last) VALUES (1, 0);
