"""What did version 4 add? Indexes: of merged sources, and of the few claims that are no counts.

A merged source is looked for whenever a name is, and every profile of a source is a revision as
well; nearly every claim is a count, so an index of those tells nothing and costs as much.
"""

from factcheck.ledger.versions.statements import statements

_INDEXES = """
CREATE INDEX revisions_merged ON revisions (noun, subject) WHERE instr(facts, '"merged_into"');
DROP INDEX claims_kind;
CREATE INDEX claims_kind ON claims (kind) WHERE kind <> 'count';
CREATE INDEX states_kind ON states (kind) WHERE kind <> 'count';
"""

MADE = statements(_INDEXES)
