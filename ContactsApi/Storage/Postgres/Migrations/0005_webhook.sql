-- What happened, to be told to those who asked for it. An event is written in the transaction of the change that it tells of, and
-- never changed; those older than a month are removed.

CREATE TABLE event (
    -- In the order of telling. Never given out twice, though the newest may be removed.
    sequence BIGINT  NOT NULL PRIMARY KEY,
    id       TEXT    NOT NULL UNIQUE,
    at       TEXT COLLATE "C"    NOT NULL,
    type     TEXT COLLATE "C"    NOT NULL,
    -- The one that it is for; absent, it is for all.
    webhook  TEXT,
    -- JSON, as it is sent.
    body     TEXT    NOT NULL
);

CREATE TABLE told (
    -- The only row.
    id       BIGINT  NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence BIGINT  NOT NULL,
    -- Up to here all incidents that started or ended are among the events; absent before the first.
    moment   TEXT COLLATE "C"
);

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
    told_revision BIGINT,
    told_moment   TEXT COLLATE "C",
    secret        TEXT    NOT NULL,
    former_secret TEXT,
    former_until  TEXT COLLATE "C",
    created_at    TEXT COLLATE "C"    NOT NULL,
    disabled_at   TEXT COLLATE "C",
    disabled_for  TEXT,
    -- All events up to this one are delivered.
    delivered     BIGINT  NOT NULL,
    delivered_at  TEXT COLLATE "C",
    -- Of the next event: how often it could not be delivered, since when, why at last, and when it is tried again.
    failures      BIGINT  NOT NULL,
    failing_since TEXT COLLATE "C",
    fault         TEXT,
    status        BIGINT,
    due_at        TEXT COLLATE "C",
    CHECK ((question IS NULL) = (told_revision IS NULL)),
    CHECK ((question IS NULL) = (told_moment IS NULL)),
    CHECK ((disabled_at IS NULL) = (disabled_for IS NULL)),
    CHECK ((failures = 0) = (failing_since IS NULL))
);

-- Which process does what only one may do. Who looks on and sees no other beat for a while takes it over.
CREATE TABLE lease (
    name   TEXT    NOT NULL PRIMARY KEY,
    holder TEXT    NOT NULL,
    beat   BIGINT  NOT NULL
);

INSERT INTO lease (name, holder, beat) VALUES ('webhooks', '', 0);
