"""What is known of one claim, all told?"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.amendments import Amendment
from factcheck.model.claims import Claim, Document
from factcheck.model.judgements import Agreement, Event, Judged, Pooled, Setting
from factcheck.model.reviews import Decision, State


@dataclass(frozen=True, slots=True)
class Dossier:
    """A claim with everything that is known of it: what every renderer is given.

    `source` is the canonical name of the attributed source, None for the document's own voice.
    `model` is the name of the model that judged; `settings` are its constants that this ledger
    has set otherwise. `citations` are those that stand; `amendments` are what was put right of the
    claim, its document and its citations, the latest last; `withdrawn` says that the claim no
    longer stands, `redacted` that its words were blanked. `state` is where its review stands, and
    `as_of` the moment that all of this is of, where it is not the present.
    """

    claim: Claim
    document: Document
    source: str | None
    citations: tuple[Judged, ...]
    agreement: Agreement
    pooled: Pooled
    history: tuple[Event, ...] = ()
    model: str = ""
    settings: tuple[Setting, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    withdrawn: bool = False
    redacted: bool = False
    state: State | None = None
    decisions: tuple[Decision, ...] = ()
    as_of: str | None = None
