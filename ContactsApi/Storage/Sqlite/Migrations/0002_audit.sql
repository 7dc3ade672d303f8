-- Who wrote what. One row for every write, in the same transaction as the write itself. The address is kept only as a keyed
-- hash, which tells whether two writes came from one place and not from where.

CREATE TABLE audit (
    number       INTEGER NOT NULL PRIMARY KEY,
    at           TEXT    NOT NULL,
    action       TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    author       TEXT    NOT NULL,
    key_id       TEXT,
    address_hash TEXT,
    request_id   TEXT,
    revision     INTEGER REFERENCES revision (number)
) STRICT;
