"""Who may see what while a claim is read blind by two?

The first blind reading seals itself: from then on, until another person has read the claim
blind too, its maker alone sees it. Everybody else sees the claim and its evidence through a
*veil*: no verdict, name or note. Of the history there is only what they did themselves, that
they were assigned, and what the author was asked and answered. Whoever else acted is "another
reviewer"; what a sealed reader wrote beside the evidence (the note of a citation, the reason of
a stance or an amendment) is withheld. The evidence itself is not: passages, figures, and on
which side a stance counts, for the score is computed from it.

A decision follows what its maker saw. So the second reading follows what the first one did,
and the two stand beside each other on purpose; that is no dispute. When both are in, nothing
is hidden, and a decision that follows both reconciles them.

Pure. Callers: `moves.py`, `acceptance.py`, and `desk` for whatever it shows of a history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.model import Amendment, Citation, Decision, Event, Stance
from factcheck.review.chain import History, ends, history_of, in_order
from factcheck.review.people import is_same_person, person_key

SOMEBODY = "another reviewer"
WITHHELD = "withheld until a second reviewer has read the claim"
REVIEW = "review "  # how the verbs of decisions begin in the log
_WORDS = ("note", "stance", "stance_by", "stance_reason")  # what of a citation is somebody's opinion


@dataclass(frozen=True, slots=True)
class Veil:
    """What hangs between a person and the readings that are sealed from them.

    `makers` are the keys of those who made these readings; without any, everything is seen.
    """

    person: str
    makers: frozenset[str] = frozenset()

    @property
    def is_drawn(self) -> bool:
        """Whether anything is hidden."""
        return bool(self.makers)

    def name(self, name: str) -> str:
        """Who acted: this person by name, and whoever else without."""
        return SOMEBODY if self.is_drawn and not is_same_person(name, self.person) else name

    def words(self, words: str, by: str) -> str:
        """What somebody wrote, unless their reading is sealed."""
        return WITHHELD if person_key(by) in self.makers else words

    def decisions(self, ordered: Iterable[Decision]) -> Iterator[Decision]:
        """What is seen of the decisions of a claim."""
        for one in ordered:
            if not self.is_drawn or is_same_person(one.by, self.person):
                yield one
            elif one.move in ("ask", "answer") or is_same_person(one.assignee, self.person):
                yield replace(one, by=SOMEBODY)

    def events(self, events: Iterable[Event]) -> Iterator[Event]:
        """What is seen of the log of a claim: of the review only what this person did."""
        for one in events:
            if not self.is_drawn:
                yield one
            elif not one.verb.startswith(REVIEW) or is_same_person(one.who, self.person):
                yield replace(one, who=self.name(one.who))

    def amendments(self, amendments: Iterable[Amendment]) -> Iterator[Amendment]:
        """What is seen of what was put right."""
        for one in amendments:
            if not self.is_drawn:
                yield one
                continue
            yield replace(
                one,
                by=self.name(one.by),
                reason=self.words(one.reason, one.by),
                changes=tuple(change for change in one.changes if change.part not in _WORDS),
            )

    def citation(self, citation: Citation, writers: Iterable[str]) -> Citation:
        """What is seen of a citation that these people attached and amended."""
        if not self.is_drawn:
            return citation
        held, is_sealed = citation.stance, not self.makers.isdisjoint(map(person_key, writers))
        return replace(
            citation,
            note=WITHHELD if is_sealed and citation.note else citation.note,
            stance=held and Stance(held.label, self.words(held.reason, held.by), self.name(held.by)),
        )


def veil_before(history: History, person: str) -> Veil:
    """What hangs between this person and the history of a claim."""
    makers = history.tally.makers
    return Veil(
        person, makers if history.tally.is_sealed and person_key(person) not in makers else frozenset()
    )


def visible_to(decisions: Iterable[Decision], person: str) -> tuple[Decision, ...]:
    """What this person may see of the decisions of one claim, in order, notes among them."""
    ordered = in_order(decisions)
    return tuple(veil_before(history_of(ordered), person).decisions(ordered))


def heads_for(history: History, person: str) -> tuple[Decision, ...]:
    """The decisions that this person's next one has to follow: the latest of what they may see."""
    if not veil_before(history, person).is_drawn:
        return history.heads
    return ends(history.decisions, history.tally.readings)


def blind_readings(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The blind readings of the last round that was complete, for whoever measures agreement."""
    tally = history_of(decisions).tally
    complete = tally.readings if tally.is_blind and not tally.is_sealed else tally.compared
    return tuple(sorted(complete, key=lambda one: (person_key(one.by), one.id)))
