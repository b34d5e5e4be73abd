"""What exactly does the file hold? The DDL of every table, index and trigger.

Records are appended and never touched again: triggers stop update, delete and replace
in every table of records, whichever program writes. A text alone may be blanked, once,
and only beside a redaction event that names it. Derived tables (`agreements`,
`name_keys`) may be dropped and rebuilt, and have no such triggers. `entry` is the order
of recording; every list follows it.

Callers: `migrations`, which executes the statements, and `store`, which compares a file
with `EXPECTED` before it trusts it. A test compares the columns with `tables`.
"""

from __future__ import annotations

import re

APPLICATION_ID = 0x46434B4C  # "FCKL", at offset 68 of the file: how `file` can tell a ledger
VERSION = 2

_TABLES = """
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  entry INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
  who TEXT NOT NULL CHECK (who <> ''),
  version TEXT NOT NULL,
  verb TEXT NOT NULL CHECK (verb <> ''),
  subject TEXT NOT NULL,
  content TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (ledger, seq)
) STRICT;

CREATE TABLE texts (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  text TEXT
) STRICT;

CREATE TABLE sources (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT,
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  party INTEGER NOT NULL CHECK (party IN (0, 1))
) STRICT;

CREATE TABLE aliases (
  entry INTEGER PRIMARY KEY,
  source TEXT NOT NULL REFERENCES sources (id),
  alias TEXT NOT NULL CHECK (alias <> ''),
  UNIQUE (source, alias)
) STRICT;

CREATE TABLE name_keys (
  key TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('exact', 'alias', 'initials', 'lookalike')),
  source TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (key, how, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE affiliations (
  entry INTEGER PRIMARY KEY,
  one TEXT NOT NULL REFERENCES sources (id),
  other TEXT NOT NULL REFERENCES sources (id),
  UNIQUE (one, other),
  CHECK (one < other)
) STRICT;

CREATE TABLE documents (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  sha256 TEXT NOT NULL REFERENCES texts (sha256),
  path TEXT,
  title TEXT,
  publisher TEXT,
  date TEXT,
  url TEXT,
  media_type TEXT NOT NULL,
  characters INTEGER NOT NULL CHECK (characters >= 0),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  reader TEXT NOT NULL
) STRICT;

CREATE TABLE claims (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  document TEXT NOT NULL REFERENCES documents (id),
  span_start INTEGER NOT NULL CHECK (span_start >= 0),
  span_end INTEGER NOT NULL CHECK (span_end > span_start),
  surface TEXT NOT NULL,
  phrase_start INTEGER NOT NULL CHECK (phrase_start >= 0),
  phrase_end INTEGER NOT NULL CHECK (phrase_end > phrase_start),
  phrase TEXT NOT NULL,
  sentence_start INTEGER NOT NULL CHECK (sentence_start >= 0),
  sentence_end INTEGER NOT NULL CHECK (sentence_end > sentence_start),
  low TEXT CHECK (low NOT GLOB '*[^0-9E+.-]*'),
  high TEXT CHECK (high NOT GLOB '*[^0-9E+.-]*'),
  point TEXT CHECK (point NOT GLOB '*[^0-9E+.-]*'),
  grain TEXT CHECK (grain NOT GLOB '*[^0-9E+.-]*'),
  low_open INTEGER NOT NULL CHECK (low_open IN (0, 1)),
  high_open INTEGER NOT NULL CHECK (high_open IN (0, 1)),
  hedge TEXT NOT NULL CHECK (hedge IN
    ('exact', 'about', 'over', 'at_least', 'nearly', 'up_to', 'under', 'range', 'about_range', 'vague')),
  kind TEXT NOT NULL CHECK (kind IN
    ('count', 'percent', 'money', 'duration', 'ratio', 'ordinal', 'measure', 'other')),
  unit TEXT,
  counted TEXT,
  attribution TEXT NOT NULL CHECK (attribution IN ('named', 'pronoun', 'anonymous', 'nested', 'none')),
  credited TEXT,
  credited_start INTEGER,
  credited_end INTEGER,
  cue TEXT,
  cue_start INTEGER,
  cue_end INTEGER,
  canonical TEXT,
  via TEXT NOT NULL,
  inherited INTEGER NOT NULL CHECK (inherited IN (0, 1)),
  quoted INTEGER NOT NULL CHECK (quoted IN (0, 1)),
  polarity TEXT NOT NULL CHECK (polarity IN ('asserted', 'denied', 'intended')),
  source TEXT REFERENCES sources (id),
  measure TEXT
) STRICT;

CREATE TABLE citations (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  claim TEXT NOT NULL REFERENCES claims (id),
  source TEXT NOT NULL REFERENCES sources (id),
  outlet TEXT,
  date TEXT,
  url TEXT,
  passage TEXT NOT NULL,
  low TEXT CHECK (low NOT GLOB '*[^0-9E+.-]*'),
  high TEXT CHECK (high NOT GLOB '*[^0-9E+.-]*'),
  point TEXT CHECK (point NOT GLOB '*[^0-9E+.-]*'),
  grain TEXT CHECK (grain NOT GLOB '*[^0-9E+.-]*'),
  low_open INTEGER CHECK (low_open IN (0, 1)),
  high_open INTEGER CHECK (high_open IN (0, 1)),
  hedge TEXT CHECK (hedge IN
    ('exact', 'about', 'over', 'at_least', 'nearly', 'up_to', 'under', 'range', 'about_range', 'vague')),
  kind TEXT CHECK (kind IN
    ('count', 'percent', 'money', 'duration', 'ratio', 'ordinal', 'measure', 'other')),
  unit TEXT,
  counted TEXT,
  scope TEXT NOT NULL CHECK (scope IN ('same', 'part', 'whole', 'different')),
  derived_from TEXT NOT NULL,
  reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  party INTEGER NOT NULL CHECK (party IN (0, 1)),
  measure TEXT,
  note TEXT,
  stance TEXT CHECK (stance IN ('corroborates', 'compatible', 'conflicts', 'incomparable')),
  stance_reason TEXT,
  stance_by TEXT,
  CHECK ((hedge IS NULL) = (kind IS NULL) AND (hedge IS NULL) = (low_open IS NULL)),
  CHECK ((stance IS NULL) = (stance_by IS NULL) AND (stance IS NULL) = (stance_reason IS NULL))
) STRICT;

CREATE TABLE agreements (
  entry INTEGER PRIMARY KEY REFERENCES claims (entry),
  claim TEXT NOT NULL UNIQUE REFERENCES claims (id),
  band TEXT NOT NULL CHECK (band IN
    ('corroborated', 'single-source support', 'contested', 'contradicted',
     'disputed by one source', 'not ruled out', 'no independent evidence')),
  score REAL CHECK (score BETWEEN 0 AND 1),
  support REAL NOT NULL CHECK (support BETWEEN 0 AND 1),
  conflict REAL NOT NULL CHECK (conflict BETWEEN 0 AND 1),
  unknown REAL NOT NULL CHECK (unknown BETWEEN 0 AND 1),
  independent INTEGER NOT NULL CHECK (independent >= 0),
  corroborates INTEGER NOT NULL CHECK (corroborates >= 0),
  compatible INTEGER NOT NULL CHECK (compatible >= 0),
  conflicts INTEGER NOT NULL CHECK (conflicts >= 0),
  citations INTEGER NOT NULL CHECK (citations >= 0),
  reasons TEXT NOT NULL,
  model TEXT NOT NULL
) STRICT;
"""

_INDEXES = """
CREATE INDEX events_subject ON events (subject);
CREATE INDEX name_keys_source ON name_keys (source);
CREATE INDEX affiliations_other ON affiliations (other);
CREATE INDEX documents_sha256 ON documents (sha256);
CREATE INDEX documents_publisher ON documents (publisher COLLATE NOCASE);
CREATE INDEX claims_document ON claims (document);
CREATE INDEX claims_source ON claims (source);
CREATE INDEX claims_kind ON claims (kind);
CREATE INDEX citations_claim ON citations (claim);
CREATE INDEX citations_source ON citations (source);
CREATE INDEX agreements_band ON agreements (band);
"""

_TABLES_OF_2 = """
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

_INDEXES_OF_2 = """
CREATE INDEX settings_name ON settings (name);
CREATE INDEX measurands_claim ON measurands (claim);
CREATE INDEX derivations_claim ON derivations (claim);
"""

_FROZEN = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are append-only: no update'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are append-only: no delete'); END;
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})
BEGIN SELECT RAISE(ABORT, '{table} are append-only: no replace'); END;
"""

# Every unique key of a table, for REPLACE deletes whichever row stands in its way.
_TAKEN = {
    "meta": "key = NEW.key",
    "events": "entry = NEW.entry OR ledger = NEW.ledger AND seq = NEW.seq",
    "sources": "entry = NEW.entry OR id = NEW.id OR name = NEW.name",
    "aliases": "entry = NEW.entry OR source = NEW.source AND alias = NEW.alias",
    "affiliations": "entry = NEW.entry OR one = NEW.one AND other = NEW.other",
    "documents": "entry = NEW.entry OR id = NEW.id",
    "claims": "entry = NEW.entry OR id = NEW.id",
    "citations": "entry = NEW.entry OR id = NEW.id",
}
_TAKEN_OF_2 = {
    "settings": "entry = NEW.entry OR id = NEW.id",
    "measurands": "entry = NEW.entry OR id = NEW.id",
    "derivations": "entry = NEW.entry OR id = NEW.id",
}

_TEXTS = """
CREATE TRIGGER texts_only_redacted BEFORE UPDATE ON texts
WHEN NEW.text IS NOT NULL OR NEW.sha256 IS NOT OLD.sha256
  OR NOT EXISTS (SELECT 1 FROM events WHERE subject = OLD.sha256 AND verb = 'redact')
BEGIN SELECT RAISE(ABORT, 'texts are append-only: redact, with its event first'); END;
CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are append-only: no delete'); END;
CREATE TRIGGER texts_no_replace BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'texts are append-only: no replace'); END;
"""


def _statements(script: str) -> tuple[str, ...]:
    """The statements of a script; a semicolon within a trigger's body ends no line but its own."""
    return tuple(part.strip() for part in re.split(r";\s*\n(?=CREATE|\Z)", script) if part.strip())


def _frozen(taken: dict[str, str]) -> tuple[str, ...]:
    """The triggers that make each of these tables append-only."""
    return tuple(
        line for table, keys in taken.items() for line in _statements(_FROZEN.format(table=table, taken=keys))
    )


# What each version added. Once released, a version's statements are never edited (a test holds
# their hash): a change of an older table is a migration of its own.
OF_1 = (
    *_statements(_TABLES.lstrip()),
    *_statements(_INDEXES.lstrip()),
    *_frozen(_TAKEN),
    *_statements(_TEXTS),
)
OF_2 = (*_statements(_TABLES_OF_2.lstrip()), *_statements(_INDEXES_OF_2.lstrip()), *_frozen(_TAKEN_OF_2))
STATEMENTS = (*OF_1, *OF_2)
EXPECTED = {
    (kind.lower(), name): statement
    for statement in STATEMENTS
    for _, kind, name, *_ in [statement.split(maxsplit=3)]
}
