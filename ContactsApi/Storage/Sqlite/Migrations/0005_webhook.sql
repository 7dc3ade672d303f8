-- What happened, to be told to those who asked for it. An event is written in the transaction of the change that it tells of, and
-- never changed; those older than a month are removed.

CREATE TABLE event (
    -- In the order of telling. Never given out twice, though the newest may be removed.
    sequence INTEGER NOT NULL PRIMARY KEY,
    id       TEXT    NOT NULL UNIQUE,
    at       TEXT    NOT NULL,
    type     TEXT    NOT NULL,
    -- The one that it is for; absent, it is for all.
    webhook  TEXT,
    -- JSON, as it is sent.
    body     TEXT    NOT NULL
) STRICT;

CREATE TABLE told (
    -- The only row.
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence INTEGER NOT NULL,
    -- Up to here all incidents that started or ended are among the events; absent before the first.
    moment   TEXT
) STRICT;

INSERT INTO told (id, sequence) VALUES (1, 0);

-- Who is told. The secrets are kept as they are: each message is signed by them.
CREATE TABLE webhook (
    id            TEXT    NOT NULL PRIMARY KEY,
    key_id        TEXT    NOT NULL,
    url           TEXT    NOT NULL,
    -- The types of event, each with a space before and behind it.
    events        TEXT    NOT NULL,
    question      TEXT,
    -- Up to where the best channel for the question is told; absent without a question.
    told_revision INTEGER,
    told_moment   TEXT,
    secret        TEXT    NOT NULL,
    former_secret TEXT,
    former_until  TEXT,
    created_at    TEXT    NOT NULL,
    disabled_at   TEXT,
    disabled_for  TEXT,
    -- All events up to this one are delivered.
    delivered     INTEGER NOT NULL,
    delivered_at  TEXT,
    -- Of the next event: how often it could not be delivered, since when, why at last, and when it is tried again.
    failures      INTEGER NOT NULL,
    failing_since TEXT,
    fault         TEXT,
    status        INTEGER,
    due_at        TEXT,
    CHECK ((question IS NULL) = (told_revision IS NULL)),
    CHECK ((question IS NULL) = (told_moment IS NULL)),
    CHECK ((disabled_at IS NULL) = (disabled_for IS NULL)),
    CHECK ((failures = 0) = (failing_since IS NULL))
) STRICT;

-- Which process does what only one may do. Who looks on and sees no other beat for a while takes it over.
CREATE TABLE lease (
    name   TEXT    NOT NULL PRIMARY KEY,
    holder TEXT    NOT NULL,
    beat   INTEGER NOT NULL
) STRICT;

INSERT INTO lease (name, holder, beat) VALUES ('webhooks', '', 0);
