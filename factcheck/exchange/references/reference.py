"""What does a bibliography say of one publication?

The least that three formats have in common and a fact-checker needs: who, what, where,
when, and what somebody noted about it. Texts have no blanks around them; what is not said
is None. A name with one part only is an institution's, or a person's who has no other.

Pure. Callers: the readers and writers beside it, and `evidence.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """A person's family and given name; or, with nothing given, an institution's name as it stands."""

    name: str
    given: str | None = None

    def __str__(self) -> str:
        return f"{self.given} {self.name}" if self.given else self.name


@dataclass(frozen=True, slots=True)
class Reference:
    """One publication. `type` is a word of CSL (article-newspaper, report, webpage), `issued` EDTF.

    `annote` is what somebody wrote down about it or from it, `note` anything else that was said.
    `where` is its place in the file that it was read from.
    """

    key: str
    type: str = "document"
    title: str | None = None
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    container: str | None = None
    publisher: str | None = None
    issued: str | None = None
    accessed: str | None = None
    url: str | None = None
    doi: str | None = None
    page: str | None = None
    abstract: str | None = None
    annote: str | None = None
    note: str | None = None
    where: str = field(default="", compare=False)
