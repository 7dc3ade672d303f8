-- What callers say is wrong, and what stewards made of it. Nothing here tells who sent it: the audit log has a keyed hash of the
-- address. An open correction is counted up when the same is reported again; a judged one never changes and is kept.

CREATE TABLE correction (
    -- In the order of receipt.
    sequence         BIGINT  NOT NULL PRIMARY KEY,
    number           TEXT    NOT NULL UNIQUE,
    channel          TEXT    NOT NULL,
    element          TEXT    NOT NULL,
    statement        TEXT,
    because          TEXT    NOT NULL,
    should_be        TEXT,
    -- The same for two reports that say the same.
    likeness         TEXT    NOT NULL,
    reports          BIGINT  NOT NULL,
    received_at      TEXT    COLLATE "C" NOT NULL,
    last_reported_at TEXT    COLLATE "C" NOT NULL,
    status           TEXT    NOT NULL,
    judged_at        TEXT    COLLATE "C",
    revision         BIGINT  REFERENCES revision (number),
    words_ru         TEXT,
    words_en         TEXT,
    CHECK ((status = 'received') = (judged_at IS NULL)),
    CHECK ((status = 'accepted') = (revision IS NOT NULL)),
    CHECK (status <> 'rejected' OR words_ru IS NOT NULL),
    CHECK ((words_ru IS NULL) = (words_en IS NULL))
);

CREATE UNIQUE INDEX correction_open ON correction (likeness) WHERE status = 'received';

CREATE INDEX correction_channel ON correction (channel, sequence);
