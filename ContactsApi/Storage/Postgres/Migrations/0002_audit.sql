-- Who wrote what. One row for every write, in the same transaction as the write itself. The address is kept only as a keyed
-- hash, which tells whether two writes came from one place and not from where.

CREATE TABLE audit (
    number       BIGINT NOT NULL PRIMARY KEY,
    at           TEXT   COLLATE "C" NOT NULL,
    action       TEXT   NOT NULL,
    subject      TEXT   NOT NULL,
    author       TEXT   NOT NULL,
    key_id       TEXT,
    address_hash TEXT,
    request_id   TEXT,
    revision     BIGINT REFERENCES revision (number)
);

-- Every write leaves a row here: so all replicas learn of it, once it is committed.
CREATE FUNCTION announce_write() RETURNS trigger LANGUAGE plpgsql AS $announce$
BEGIN
    PERFORM pg_notify('contacts', NEW.action);
    RETURN NULL;
END
$announce$;

CREATE TRIGGER announce_write AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION announce_write();
