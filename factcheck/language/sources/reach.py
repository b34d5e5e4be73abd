"""For which words of a statement does a source vouch?

Right of a verb it vouches for what it says, but not for the reporter's asides; left of a
cue that stands behind its content, for the clauses before it; on both sides of a cue that
interrupts its content ("the toll, the ministry said, was 40").

Pure; ranges are half-open indices into the statement's words. Callers: subjects,
constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.lexicon import word_list
from factcheck.language.sources.heads import Range, is_participle
from factcheck.language.sources.words import Word

SHORTEST_SPEECH = 60  # characters; a shorter quotation inside a sentence is a borrowed word or a title
SHORTEST_SENTENCE = 25  # characters of a quotation that the words behind it may credit
_CONTRASTS = ("while", "although", "though", "whereas")
_COMPLEMENTISERS = ("that", "how", "whether")
_ASIDES = ("which", "where", "who", "whose")  # behind a comma, they open what the reporter adds
_BEFORE_NUMBERS = ("at", "about", "over", "under", "around", "between")


def has_that(words: Sequence[Word], index: int) -> bool:
    """Whether a that-clause begins here."""
    return index < len(words) and words[index].lower in _COMPLEMENTISERS


def clause_start(words: Sequence[Word], end: int) -> int:
    """Where the clauses that a following cue covers begin: behind its own bracket, or a semicolon.

    A list whose last item is "; and ..." is one, and covered whole.
    """
    depth, listed = 0, False
    for index in range(end - 1, -1, -1):
        depth += (words[index].lower == ")") - (words[index].lower == "(")
        if depth < 0:
            return index + 1
        if words[index].lower == ";" and not listed:
            listed = words[index + 1].lower == "and"
            if not listed:
                return index + 1
    return 0


def left_of(words: Sequence[Word], end: int) -> Range:
    """The clauses before a cue that stands behind its content."""
    return clause_start(words, end), end


def quotations_after(words: Sequence[Word], after: int) -> tuple[Range, ...]:
    """The quotations behind a cue; behind an aside, only in them does its content go on."""
    return tuple((index, index + 1) for index in range(after, len(words)) if words[index].has("quote"))


def right_of(words: Sequence[Word], after: int, whole: bool = True) -> tuple[Range, ...]:
    """What a verb vouches for on its right; without `whole`, only a that-clause or the quotations."""
    that = _that_after(words, after)
    if that is None and not whole:
        return quotations_after(words, after)
    return tuple(_content(words, after if that is None else that))


def fronted_end(words: Sequence[Word], cue: int) -> int:
    """Where the clause that opens a statement ends, if it is a mere contrast that holds the cue.

    "**While officials say 12 died,** residents count 40": the rest is not theirs.
    """
    start = int(words[0].has("conjunction"))
    if words[start].lower not in _CONTRASTS or any(word.lower == "," for word in words[start:cue]):
        return len(words)
    return next_comma(words, cue)


def planned(words: Sequence[Word], after: int) -> tuple[Range, ...]:
    """What a verb of intention vouches for: its own clause, and none that goes on behind it."""
    end = next((index for index in range(after + 1, len(words)) if _ends_plan(words, index)), len(words))
    return ((after, end),)


def _ends_plan(words: Sequence[Word], index: int) -> bool:
    """Whether another clause begins at a mark: "plans to close two schools**, but** has 12"."""
    word = words[index]
    if word.lower != ",":
        return word.has("dash") or word.lower == ";"
    following = [after for after in words[index + 1 : index + 4] if not after.has("adverb")][:2]
    if len(following) < 2:
        return False
    joined = following[0].lower == "and" and following[1].has("pronoun")
    return joined or following[0].lower in ("but", "where") or following[0].has("relative", "subordinator")


def _that_after(words: Sequence[Word], after: int) -> int | None:
    """Where a that-clause begins, past an adjunct: "wrote in the report of May **that** 12 died"."""
    if has_that(words, after):
        return after
    if after < len(words) and words[after].lower == "," and has_that(words, after + 1):
        return after + 1
    if after >= len(words) or not _begins_adjunct(words, after):
        return None
    for index in range(after, len(words)):
        if words[index].has("punctuation", "finite", "quote"):
            return None
        if has_that(words, index):
            return index
    return None


def _content(words: Sequence[Word], start: int) -> Iterator[Range]:
    """Reported content without the reporter's asides: ", which ...", ", where ...", "- it has two -"."""
    index = start
    while index < len(words):
        closing = _aside_at(words, index) if index > start else None
        if closing is not None:
            yield start, index
            start = index = closing
        elif words[index].lower == "so" and words[index - 1].lower == ",":
            break
        index += 1
    if start < min(index, len(words)):
        yield start, min(index, len(words))


def _aside_at(words: Sequence[Word], index: int) -> int | None:
    """Where an aside of the reporter's that opens at `index` ends; None if none opens there."""
    word, prior = words[index], words[index - 1]
    if not word.classes:
        return None
    if word.lower in _ASIDES and prior.lower == ",":
        return next((i for i in range(index, len(words)) if words[i].lower == ","), len(words))
    if word.has("dash"):
        closing = next((i for i in range(index + 1, len(words)) if words[i].has("dash", "quote")), len(words))
        clause = any(inside.has("finite", "pronoun") for inside in words[index + 1 : closing])
        return closing if clause else None
    return None


def ends_content(words: Sequence[Word], index: int) -> bool:
    """Whether content may end just before `index`: at a comma, a quotation, a dash, or nowhere yet."""
    if index == 0:
        return True
    prior = words[index - 1]
    if prior.has("dash"):  # the second of two only closes an aside
        return not any(word.has("dash") for word in words[: index - 1])
    return prior.has("quote") or prior.lower in (",", "as", "?", "!")


def stands_behind(words: Sequence[Word], source: Range, after: int) -> bool:
    """Whether "X said" follows its content: something stands before it, only adjuncts behind.

    Right behind a speech, anything is an adjunct: "SPEECH, she said at one point".
    """
    if source[0] == 0 or not ends_content(words, source[0]):
        return False
    return _only_adjuncts(words, after) or (
        is_speech(words[source[0] - 1]) and not _opens_content(words, after)
    )


def is_speech(word: Word) -> bool:
    """Whether a quotation is long enough to be somebody's speech, and no borrowed word."""
    return word.has("quote") and word.end - word.start >= SHORTEST_SENTENCE


def _opens_content(words: Sequence[Word], after: int) -> bool:
    """Whether what a verb says begins right behind it."""
    return has_that(words, after) or (after < len(words) and words[after].has("quote"))


def _only_adjuncts(words: Sequence[Word], after: int) -> bool:
    """Whether nothing but where, when and to whom follows up to the next stop."""
    if after < len(words) and not (words[after].has("punctuation") or _begins_adjunct(words, after)):
        return False
    clause = False
    for prior, word in zip(words[after - 1 :], words[after:], strict=False):
        clause = clause or word.has("subordinator", "relative")
        if word.has("finite") and not clause:
            return False  # "the mayor says **too many drivers are careless**"
        title = word.has("quote") and prior.has("genitive", "preposition", "determiner")
        if (word.has("quote") and not title) or word.lower == "that":
            return False
        if word.has("punctuation") and word.lower != "(":
            return word.lower != ":"
    return True


def _begins_adjunct(words: Sequence[Word], index: int) -> bool:
    """Whether a word opens an adjunct ("in a statement") and no content ("at least 12")."""
    word = words[index]
    if word.lower in _BEFORE_NUMBERS and index + 1 < len(words):
        following = words[index + 1]
        once = word.lower == "at" and following.lower == "one"  # "at one point"
        return once or not (following.has("number") or following.lower in ("least", "most"))
    if word.has("adverb") and _is_count(words, index + 1):
        return False  # "only 22 wells"
    return word.has("preposition", "time", "adverb", "reflexive", "subordinator")


def _is_count(words: Sequence[Word], index: int) -> bool:
    """Whether a number stands here that counts anything but time: "22 wells", not "two years"."""
    counted = index + 1 < len(words) and not words[index + 1].has("time", "punctuation")
    return counted and words[index].has("number")


def resumes(words: Sequence[Word], after: int, left: Range) -> bool:
    """Whether content goes on behind an aside: its verb is still to come, or "and" joins a clause to it."""
    before = words[slice(*left)]
    if not before:
        return True
    spoken = any(word.has("quote") for word in before[-2:])
    if spoken or after + 1 >= len(words) or words[after].has("ender", "quote") or words[after].lower == ";":
        return False
    if words[after].lower == ",":
        after += 1
        if words[after].lower in word_list("going on"):
            return True
    following = words[after]
    if before[0].has("preposition", "subordinator"):
        if not has_verb(before) and following.has("subordinator"):
            return True  # "In May, she said, **when the dam broke**, 12 died"
        bound = following.has("conjunction", "relative", "subordinator") or following.lower.endswith("ing")
        return not bound
    return not has_verb(before)


def has_verb(clause: Sequence[Word]) -> bool:
    """Whether a stretch of words has a verb of its own, or a quotation; no infinitive is one."""
    return any(
        (word.has("finite", "quote") or is_participle(word)) and prior.lower != "to"
        for prior, word in zip((clause[0], *clause), clause, strict=False)
    )


def next_comma(words: Sequence[Word], after: int) -> int:
    """The index of the next comma, or of the end of the clause."""
    return next((index for index in range(after, len(words)) if words[index].lower in (",", ";")), len(words))
