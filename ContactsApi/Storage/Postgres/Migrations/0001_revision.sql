-- What the service knows, and has ever known. A revision is never changed once written; an element (a channel, a schedule,
-- a calendar year...) is kept as the JSON that stewards write, once for each revision that changed it. The catalog at
-- revision n is, of every element, the newest version not newer than n.
--
-- Texts are compared byte by byte, as SQLite does, whatever the locale of the database.

CREATE TABLE revision (
    number     BIGINT NOT NULL PRIMARY KEY,
    created_at TEXT   COLLATE "C" NOT NULL,
    author     TEXT   NOT NULL,
    message    TEXT   NOT NULL
);

CREATE TABLE element (
    kind     TEXT   COLLATE "C" NOT NULL,
    id       TEXT   COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL REFERENCES revision (number),
    position BIGINT NOT NULL,
    -- Absent when the revision removed the element. Text and not jsonb, which would not keep it as it was written.
    body     TEXT   CHECK (body IS NULL OR body::json IS NOT NULL),
    PRIMARY KEY (kind, id, revision)
);
