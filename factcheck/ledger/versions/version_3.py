"""What did version 3 add? Corrections, reviews, judgements, originals, other ledgers' versions, and search.

It also lets a redaction blank the words of claims, citations and documents: until then a
text alone could be blanked, and the sentences quoted from it could not.
"""

from factcheck.ledger.versions.statements import frozen, statements

_TABLES = """
CREATE TABLE revisions (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  noun TEXT NOT NULL CHECK (noun IN
    ('document', 'claim', 'citation', 'source', 'alias', 'affiliation', 'setting', 'measurand',
     'derivation', 'judgement', 'scale', 'decision')),
  subject TEXT NOT NULL CHECK (subject <> ''),
  follows TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  facts TEXT NOT NULL,
  revised_at TEXT NOT NULL,
  revised_by TEXT NOT NULL CHECK (revised_by <> ''),
  words TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE decisions (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  claim TEXT NOT NULL REFERENCES claims (id),
  move TEXT NOT NULL CHECK (move <> ''),
  follows TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL CHECK (decided_by <> ''),
  assignee TEXT,
  blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
  self_signed INTEGER NOT NULL CHECK (self_signed IN (0, 1)),
  band TEXT,
  score TEXT,
  model TEXT,
  evidence TEXT,
  verdict TEXT,
  because TEXT,
  correction TEXT
) STRICT;

CREATE TABLE scales (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  steps TEXT NOT NULL,
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL CHECK (set_by <> ''),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE judgements (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  noun TEXT NOT NULL CHECK (noun IN ('claim', 'source')),
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  same INTEGER NOT NULL CHECK (same IN (0, 1)),
  judged_at TEXT NOT NULL,
  judged_by TEXT NOT NULL CHECK (judged_by <> ''),
  reason TEXT NOT NULL,
  CHECK (one < other)
) STRICT;

CREATE TABLE originals (
  entry INTEGER PRIMARY KEY,
  document TEXT NOT NULL UNIQUE REFERENCES documents (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  made TEXT NOT NULL,
  author TEXT,
  places TEXT NOT NULL
) STRICT;

CREATE TABLE anchors (
  entry INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  citation TEXT NOT NULL REFERENCES citations (id),
  sha256 TEXT CHECK (length(sha256) = 64),
  path TEXT,
  locator TEXT,
  archive TEXT,
  anchored_at TEXT NOT NULL,
  anchored_by TEXT NOT NULL CHECK (anchored_by <> ''),
  prefix TEXT,
  suffix TEXT
) STRICT;

CREATE TABLE variants (
  entry INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  noun TEXT NOT NULL CHECK (noun <> ''),
  subject TEXT NOT NULL,
  stated_at TEXT NOT NULL,
  facts TEXT NOT NULL,
  words TEXT NOT NULL,
  UNIQUE (ledger, noun, subject)
) STRICT;

CREATE TABLE states (
  entry INTEGER PRIMARY KEY REFERENCES claims (entry),
  claim TEXT NOT NULL UNIQUE REFERENCES claims (id),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  revised TEXT,
  source TEXT,
  kind TEXT,
  status TEXT NOT NULL CHECK (status <> ''),
  verdict TEXT,
  assignee TEXT,
  disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
  since TEXT
) STRICT;

DROP TABLE name_keys;

CREATE TABLE name_keys (
  key TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how <> ''),
  source TEXT NOT NULL REFERENCES sources (id),
  PRIMARY KEY (how, key, source)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE claim_terms USING fts5(said, around, content='', tokenize='ascii');

CREATE TABLE claim_vectors (
  entry INTEGER PRIMARY KEY REFERENCES claims (entry),
  model TEXT NOT NULL,
  vector BLOB NOT NULL
) STRICT;
"""

_INDEXES = """
CREATE INDEX revisions_subject ON revisions (noun, subject);
CREATE INDEX name_keys_source ON name_keys (source);
CREATE INDEX decisions_claim ON decisions (claim);
CREATE INDEX decisions_by ON decisions (decided_by);
CREATE INDEX judgements_one ON judgements (one);
CREATE INDEX judgements_other ON judgements (other);
CREATE INDEX anchors_citation ON anchors (citation);
CREATE INDEX variants_subject ON variants (subject);
CREATE INDEX states_status ON states (status);
CREATE INDEX states_assignee ON states (assignee);
CREATE INDEX states_source ON states (source);
CREATE INDEX events_undo ON events (entry) WHERE verb = 'undo';
CREATE INDEX events_redact ON events (entry) WHERE verb = 'redact';
CREATE INDEX events_who ON events (who);
CREATE INDEX documents_path ON documents (path);
CREATE INDEX claims_measure ON claims (measure) WHERE measure IS NOT NULL;
CREATE INDEX citations_measure ON citations (measure) WHERE measure IS NOT NULL;
"""

_TAKEN = {
    "revisions": "entry = NEW.entry OR id = NEW.id",
    "decisions": "entry = NEW.entry OR id = NEW.id",
    "scales": "entry = NEW.entry OR id = NEW.id",
    "judgements": "entry = NEW.entry OR id = NEW.id",
    "originals": "entry = NEW.entry OR document = NEW.document",
    "anchors": "entry = NEW.entry OR id = NEW.id",
    "variants": "entry = NEW.entry OR ledger = NEW.ledger AND noun = NEW.noun AND subject = NEW.subject",
}

# Of each table that may quote a text: the record whose redaction allows it, the columns that stay, and
# those that are blanked. What is blanked is empty, or the empty list or object where JSON stands.
_REDACTABLE = (
    (
        "documents",
        "id",
        (
            *("entry", "id", "sha256", "path", "publisher", "date", "url", "media_type"),
            *("characters", "recorded_at", "recorded_by", "reader"),
        ),
        ("title",),
    ),
    (
        "claims",
        "document",
        (
            *("entry", "id", "document", "span_start", "span_end", "phrase_start", "phrase_end"),
            *("sentence_start", "sentence_end", "low", "high", "point", "grain"),
            *("low_open", "high_open", "hedge", "kind", "attribution", "credited_start", "credited_end"),
            *("cue_start", "cue_end", "inherited", "quoted", "polarity", "source"),
        ),
        ("surface", "phrase", "unit", "counted", "credited", "cue", "canonical", "via", "measure"),
    ),
    (
        "citations",
        "id",
        (
            *("entry", "id", "claim", "source", "outlet", "date", "url", "low", "high", "point", "grain"),
            *("low_open", "high_open", "hedge", "kind", "scope", "derived_from", "reliability", "party"),
            *("stance", "stance_by"),
        ),
        ("passage", "unit", "counted", "measure", "note", "stance_reason"),
    ),
    (
        "revisions",
        "subject",
        (
            *("entry", "id", "noun", "subject", "follows", "withdrawn", "facts"),
            *("revised_at", "revised_by"),
        ),
        ("words", "reason"),
    ),
    ("originals", "document", ("entry", "document", "sha256", "made"), ("author", "places")),
    (
        "anchors",
        "citation",
        ("entry", "id", "citation", "sha256", "path", "locator", "archive", "anchored_at", "anchored_by"),
        ("prefix", "suffix"),
    ),
    ("variants", "subject", ("entry", "ledger", "noun", "subject", "stated_at", "facts"), ("words",)),
)

_REDACTED = """
CREATE TRIGGER {table}_only_redacted BEFORE UPDATE ON {table}
WHEN {changed} OR {worded}
  OR NOT EXISTS (SELECT 1 FROM events WHERE subject = OLD.{owner} AND verb = 'redact')
BEGIN SELECT RAISE(ABORT, '{table} are append-only: redact, with its event first'); END;
"""


def _redactable(table: str, owner: str, kept: tuple[str, ...], blanked: tuple[str, ...]) -> tuple[str, ...]:
    """The trigger that allows one update: to blank the words, beside the event that redacts their owner."""
    changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in kept)
    worded = " OR ".join(f"coalesce(NEW.{name}, '') NOT IN ('', '[]', '{{}}')" for name in blanked)
    return statements(_REDACTED.format(table=table, owner=owner, changed=changed, worded=worded))


_UNLOCKED = tuple(f"DROP TRIGGER {table}_no_update" for table, *_ in _REDACTABLE)

MADE = (
    *statements(_TABLES),
    *statements(_INDEXES),
    *frozen(_TAKEN),
    *_UNLOCKED,
    *(line for one in _REDACTABLE for line in _redactable(*one)),
)
