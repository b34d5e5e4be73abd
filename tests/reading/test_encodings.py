"""Bytes become the text that they are, and where that was a guess, the guess is said."""

import pytest

from factcheck.reading.encodings import decode
from factcheck.reading.readings import Refused

NEWS = {
    "cp1252": "Selon le ministère de l’Intérieur, plus de 1 500 manifestants ont été tués à Téhéran.",
    "cp1251": "По данным министерства, погибли более 1500 человек, сообщил представитель ведомства.",
    "koi8_r": "По данным министерства, погибли более 1500 человек, сообщил представитель ведомства.",
    "cp1253": "Σύμφωνα με το υπουργείο, πάνω από 1.500 άνθρωποι σκοτώθηκαν στην πόλη.",
    "cp1256": "قالت الوزارة إن أكثر من 1500 شخص قتلوا في المدينة خلال أسبوع واحد",
    "cp1255": "לפי המשרד נהרגו יותר מ-1500 בני אדם בעיר במשך שבוע אחד",
    "shift_jis": "内務省によると、1週間で1500人以上が死亡したという。",
    "gb18030": "据内政部称，一周内有1500多人死亡，另有数千人被捕。",
    "big5": "據內政部稱，一週內有1500多人死亡，另有數千人被捕。",
    "euc_kr": "내무부에 따르면 일주일 동안 1500명 이상이 숨졌다고 한다.",
    "mac_roman": "The café’s owner said “about 40 people” fled – more than £1,500 was lost, he said.",
}


@pytest.mark.parametrize("encoding", NEWS)
def test_an_undeclared_encoding_is_guessed_from_the_letters_and_the_guess_is_said(encoding: str) -> None:
    decoded = decode(NEWS[encoding].encode(encoding))
    assert (decoded.text, decoded.encoding) == (NEWS[encoding], encoding)
    assert decoded.doubt is not None
    assert decoded.doubt[0] == "guessed-encoding"
    assert encoding in decoded.doubt[1]


def test_of_encodings_that_read_a_text_alike_the_commonest_is_named() -> None:
    decoded = decode("caf\xe9 40\n".encode("latin-1"))
    assert (decoded.text, decoded.encoding) == ("café 40\n", "cp1252")


def test_a_guess_names_the_encodings_that_fit_as_well() -> None:
    decoded = decode("Według ministerstwa ponad 1500 osób zginęło, źródła milczą.".encode("cp1250"))
    assert decoded.doubt is not None
    assert "cp1250" in decoded.doubt[1]
    assert "Others fit as well" in decoded.doubt[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-be"])
def test_a_byte_order_mark_decides_and_nothing_is_in_doubt(encoding: str) -> None:
    text = "\ufeff40 crèches" if encoding.endswith("-be") else "40 crèches"
    decoded = decode(text.encode(encoding))
    assert decoded.text.removeprefix("\ufeff") == "40 crèches"
    assert decoded.doubt is None


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Ça coûte 40 €".encode("cp1252"), "iso-8859-1", "Ça coûte 40 €"),
        ("Ça coûte 40 €".encode(), "iso-8859-1", "Ça coûte 40 €"),
        ("1500人".encode("iso2022_jp"), "iso-2022-jp", "1500人"),
        ("1500人".encode("gbk"), "gb2312", "1500人"),
        (b"40 fled", "no-such-encoding", "40 fled"),
        (b"40 fled", "base64", "40 fled"),
        ("40 crèches".encode(), "utf-16", "40 crèches"),
    ],
    ids=str,
)
def test_a_declared_encoding_holds_unless_the_bytes_are_utf8(data: bytes, declared: str, text: str) -> None:
    decoded = decode(data, declared)
    assert (decoded.text, decoded.doubt) == (text, None)


def test_a_damaged_text_is_read_and_the_damage_is_said() -> None:
    decoded = decode("Ça coûte très très cher.\nLà ".encode() + b"\xff, dit-il.")
    assert decoded.text.endswith("Là \ufffd, dit-il.")
    assert decoded.doubt is not None
    assert decoded.doubt[0] == "damaged-text"
    assert "line 2" in decoded.doubt[1]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("Ça coûte très très cher: ".encode() + b"1\xff500", "damaged"),
        (b"GIF89a\0\1\2", "binary"),
        (b"\x01\x02\x80\x81 40", "binary"),
        (b"\xff\xfe\x00\xd8", "malformed"),
        ("4\0".encode("utf-16"), "binary"),
        (bytes(range(0x80, 0x100)) * 4, "not UTF-8"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, word: str) -> None:
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.word == word
