-- Who may do more than read. A key itself is never kept: only the SHA-256 of it, in lower-case hexadecimal digits, and for a while
-- that of the one before it.

CREATE TABLE api_key (
    id           TEXT NOT NULL PRIMARY KEY,
    name         TEXT NOT NULL,
    scope        TEXT NOT NULL,
    hash         TEXT NOT NULL,
    former_hash  TEXT,
    former_until TEXT,
    created_at   TEXT NOT NULL,
    expires_at   TEXT,
    revoked_at   TEXT
) STRICT;

-- What all processes on this store share and nobody else may know, in hexadecimal digits.
CREATE TABLE secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
