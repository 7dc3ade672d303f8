-- What the service knows, and has ever known. A revision is never changed once written; an element (a channel, a schedule,
-- a calendar year...) is kept as the JSON that stewards write, once for each revision that changed it. The catalog at
-- revision n is, of every element, the newest version not newer than n.

CREATE TABLE revision (
    number     INTEGER NOT NULL PRIMARY KEY,
    created_at TEXT    NOT NULL,
    author     TEXT    NOT NULL,
    message    TEXT    NOT NULL
) STRICT;

CREATE TABLE element (
    kind     TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision (number),
    position INTEGER NOT NULL,
    -- Absent when the revision removed the element.
    body     TEXT             CHECK (body IS NULL OR json_valid(body)),
    PRIMARY KEY (kind, id, revision)
) STRICT;
