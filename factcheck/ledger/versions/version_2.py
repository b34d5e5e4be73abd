"""What did version 2 add? What a ledger sets otherwise, what numbers count, which echoes people found."""

from factcheck.ledger.versions.statements import frozen, statements

_TABLES = """
CREATE TABLE settings (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9E+.-]*'),
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TABLE measurands (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  claim TEXT NOT NULL REFERENCES claims (id),
  citation TEXT REFERENCES citations (id),
  declared_at TEXT NOT NULL,
  declared_by TEXT NOT NULL,
  measure TEXT,
  place TEXT,
  period TEXT
) STRICT;

CREATE TABLE derivations (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  claim TEXT NOT NULL REFERENCES claims (id),
  citation TEXT NOT NULL REFERENCES citations (id),
  accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  parent TEXT NOT NULL CHECK (parent <> ''),
  reason TEXT NOT NULL
) STRICT;
"""

_INDEXES = """
CREATE INDEX settings_name ON settings (name);
CREATE INDEX measurands_claim ON measurands (claim);
CREATE INDEX derivations_claim ON derivations (claim);
"""

_TAKEN = {
    "settings": "entry = NEW.entry OR id = NEW.id",
    "measurands": "entry = NEW.entry OR id = NEW.id",
    "derivations": "entry = NEW.entry OR id = NEW.id",
}


MADE = (*statements(_TABLES), *statements(_INDEXES), *frozen(_TAKEN))
