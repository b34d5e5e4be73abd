"""Sentences that say the same lie nearer than others; the model is pinned, and may be missing."""

import pytest

from factcheck.errors import IntegrityFailure
from factcheck.language import meaning

missing = meaning.why_absent()
needs_the_model = pytest.mark.skipif(missing is not None, reason=f"the [semantic] extra: {missing}")


@needs_the_model
def test_the_same_in_other_words_is_nearer_than_another_thing() -> None:
    asked, same, other = meaning.vectors_of(
        ["The dam broke and people fled.", "Villagers ran when the barrage burst.", "Tea grew dearer."]
    )
    near, far = meaning.nearness(asked, [same, other])
    assert near > far
    assert meaning.nearness(asked, [asked]) == [pytest.approx(1, abs=0.01)]


@needs_the_model
def test_quotation_marks_make_no_difference() -> None:
    one, other = meaning.vectors_of(["He said “no”.", "He said 'no'."])
    assert one == other


@needs_the_model
def test_a_title_counts_for_half_and_a_missing_one_for_nothing() -> None:
    alone, titled = meaning.vectors_of_titled([("The dam broke.", ""), ("The dam broke.", "Tea grew dearer")])
    (plain,) = meaning.vectors_of(["The dam broke."])
    assert alone == plain
    assert meaning.nearness(plain, [titled])[0] < 0.99


@needs_the_model
def test_a_text_means_the_same_alone_and_among_many() -> None:
    (alone,) = meaning.vectors_of(["The dam broke."])
    among = meaning.vectors_of(["The dam broke."] * 40)
    assert meaning.nearness(alone, among) == [pytest.approx(1, abs=0.001)] * 40


@needs_the_model
def test_a_vector_is_a_scale_and_384_bytes() -> None:
    assert {len(vector) for vector in meaning.vectors_of(["One.", "A much longer sentence than that."])} == {
        388
    }
    assert meaning.vectors_of([]) == []


@needs_the_model
def test_another_file_than_the_measured_one_is_refused() -> None:
    package, name, _ = meaning.MODEL_FILE
    with pytest.raises(IntegrityFailure, match="not the model that was measured"):
        meaning.checked(package, name, "0" * 64)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "find_spec", lambda name: None)
    assert meaning.why_absent() == "the optional package numpy is not installed"
