"""What did version 1 make? Documents, claims, citations, sources, scores, and the log of all changes."""

from factcheck.ledger.versions.statements import frozen, statements

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


MADE = (*statements(_TABLES), *statements(_INDEXES), *frozen(_TAKEN), *statements(_TEXTS))
