"""Does one sentence, taken at its word, make the numbers of another true?

`entail` compares strictly: no widening, no ramps, open bounds stay open ("12,000" does not
entail "more than 12,000"). Sentences that differ in one number only are settled by that
number. Otherwise the numbers of the hypothesis are held against those of the premise, or
derived from them by arithmetic, and the words must be shared as well. What it cannot
settle is neutral: it knows numbers and shared words, and no language beyond.

Pure. Callers: scripts (`factcheck.agreement.entail`), `bench`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.agreement.entailment.alignment import Pairing, align
from factcheck.agreement.entailment.derivations import Derivation, derive
from factcheck.agreement.entailment.figures import Figure, Statement, state
from factcheck.agreement.entailment.opposition import doubts, opposition
from factcheck.agreement.entailment.overlap import covers, names_its_own, say_the_same
from factcheck.agreement.entailment.stories import Story, tell
from factcheck.agreement.entailment.strict import Label, judge
from factcheck.agreement.entailment.twins import only_difference
from factcheck.agreement.wording import quoted
from factcheck.language.numbers.drafts import stated_figure
from factcheck.model import Quantity, Span

# numbers of one hypothesis that arithmetic is tried for
_MOST_ASKED = 2
# numbers of the one times numbers of the other, beyond which the two are no sentences
_MOST_COMPARISONS = 10_000


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two numbers that were compared, with their places: the premise's and the hypothesis's."""

    premise: Quantity
    premise_span: Span
    hypothesis: Quantity
    hypothesis_span: Span


@dataclass(frozen=True, slots=True)
class Entailment:
    """What a premise says of a hypothesis, the numbers compared, and why in one sentence."""

    label: Label
    aligned: tuple[Aligned, ...]
    reason: str


def entail(premise: str, hypothesis: str) -> Entailment:
    """Whether the premise makes the hypothesis true, rules it out, or leaves it open."""
    ours, theirs = state(premise), state(hypothesis)
    if not theirs.words:
        return Entailment("neutral", (), "The hypothesis says nothing.")
    if len(ours.figures) * len(theirs.figures) > _MOST_COMPARISONS:
        return Entailment("neutral", (), "These are whole documents: compare them sentence by sentence.")
    if (settled := _of_twins(ours, theirs)) is not None:
        return settled
    pairings = align(ours, theirs)
    return _of_arithmetic(ours, theirs, pairings) or _of_words(ours, theirs, pairings)


def _of_twins(premise: Statement, hypothesis: Statement) -> Entailment | None:
    if [word.lower for word in premise.words] == [word.lower for word in hypothesis.words]:
        return Entailment("entailment", (), "Both say the same, word for word.")
    differing = only_difference(premise, hypothesis)
    label = judge(differing[0].quantity, differing[1].quantity) if differing else None
    if differing is None or label is None:
        return None
    ours, theirs = differing
    reason = f"The two differ in one number only, and {_says(ours, theirs, label)}."
    return Entailment(label, (_aligned(ours, theirs),), reason)


def _of_arithmetic(
    premise: Statement, hypothesis: Statement, pairings: Sequence[Pairing]
) -> Entailment | None:
    """What the premise's numbers come to, where the hypothesis asks for that."""
    unmet = [pairing.asked for pairing in pairings if not pairing.is_met]
    if len(unmet) > _MOST_ASKED:
        return None
    refuted = None
    for asked in unmet or [pairing.asked for pairing in pairings[:1] if _may_be_a_result(pairing)]:
        story = tell(premise, hypothesis, asked, [figure for figure in unmet if figure is not asked])
        if not unmet and not (story.changes and story.asks_for_a_result):
            continue
        derivations = derive(story)
        for derivation in derivations:
            if derivation.gives(asked.quantity):
                return _derived(derivation, asked)
        if derivations and _is_closed(story):
            refuted = refuted or _refuted(derivations[0], asked)
    return refuted


def _may_be_a_result(pairing: Pairing) -> bool:
    """Whether a number that the premise tells too could still be what something comes to."""
    return pairing.same_thing or (pairing.stated is not None and not pairing.stated.things)


def _is_closed(story: Story) -> bool:
    """Whether a story tells all that bears on what is asked, so that another result is ruled out."""
    if not story.is_exact or stated_figure(story.asked.quantity) is None or story.has_shares:
        return False
    if names_its_own(story.hypothesis, story.premise):
        return False
    all_of_the_thing = len(story.of_the_thing) == len(story.numbers)
    return story.asks_for_a_result or story.changes or story.has_rate or all_of_the_thing


def _derived(derivation: Derivation, asked: Figure) -> Entailment:
    aligned = tuple(_aligned(figure, asked) for figure in derivation.figures)
    return Entailment("entailment", aligned, f"{derivation.working} makes {quoted(asked.quantity)}.")


def _refuted(derivation: Derivation, asked: Figure) -> Entailment:
    aligned = tuple(_aligned(figure, asked) for figure in derivation.figures)
    result = quoted(derivation.result)
    return Entailment(
        "contradiction",
        aligned,
        f"{derivation.working} is {result}, and nothing told comes to {quoted(asked.quantity)}.",
    )


def _of_words(premise: Statement, hypothesis: Statement, pairings: Sequence[Pairing]) -> Entailment:
    """What the words say where they oppose each other, and the numbers where they do not."""
    aligned = tuple(_aligned(pairing.stated, pairing.asked) for pairing in pairings if pairing.stated)
    same = say_the_same(premise, hypothesis)
    if opposed := opposition(premise, hypothesis, same):
        label, reason = opposed
        return Entailment(label, aligned, reason)
    for pairing in pairings:
        if not pairing.is_met:
            ruled_out = same and pairing.is_ruled_out and not doubts(premise)
            return Entailment(
                "contradiction" if ruled_out else "neutral", aligned, _unmet(pairing, ruled_out)
            )
    if covers(premise, hypothesis):
        return Entailment("entailment", aligned, "Numbers and words of the hypothesis are in the premise.")
    return Entailment(
        "neutral", aligned, "No number differs, but the premise has too few of the other words."
    )


def _unmet(pairing: Pairing, ruled_out: bool) -> str:
    asked = quoted(pairing.asked.quantity)
    if pairing.stated is None or pairing.label is None:
        return f"The premise has no number to hold against {asked}."
    if pairing.label == "contradiction" and not ruled_out:
        stated = quoted(pairing.stated.quantity)
        return f"The premise has {stated}, which rules out {asked} only if both speak of the same."
    return f"In the premise, {_says(pairing.stated, pairing.asked, pairing.label)}."


def _says(stated: Figure, asked: Figure, label: Label) -> str:
    verb = {"entailment": "makes", "contradiction": "rules out", "neutral": "leaves open"}[label]
    ours, theirs = quoted(stated.quantity), quoted(asked.quantity)
    return f"{ours} {verb} {theirs}" + (" true" if label == "entailment" else "")


def _aligned(stated: Figure, asked: Figure) -> Aligned:
    return Aligned(stated.quantity, stated.span, asked.quantity, asked.span)
