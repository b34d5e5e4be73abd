"""Which terms do sentences of the news have so often that sharing one tells little?

    python -m bench.match.common --data DIR > factcheck/agreement/data/common_terms.tsv

Counts the terms of the sentences of `news/texts` and of `polnear/train.jsonl`, each once a
sentence, and prints those that at least 20 in ten thousand have, with their commonest form;
names, which are mostly printed with a capital, are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from factcheck.agreement.matching.terms import terms
from factcheck.language.sentences import sentences

LEAST = 20
OF_SENTENCES = 10_000
WORD = re.compile(r"[^\W\d_]+")


def main() -> int:
    options = argparse.ArgumentParser(
        prog="python -m bench.match.common", description=__doc__.partition("\n")[0]
    )
    options.add_argument("--data", type=Path, default=os.environ.get("FACTCHECK_DATA"))
    given = options.parse_args()
    if given.data is None:
        options.error("where are the labelled sets? give --data DIR or set FACTCHECK_DATA")
    counts, forms, size = Counter[str](), dict[str, Counter[str]](), 0
    for sentence in _sentences(Path(given.data)):
        size += 1
        counts.update(set(terms(sentence)))
        for word in WORD.findall(sentence):
            for term in terms(word):
                forms.setdefault(term, Counter())[word] += 1
    print("# Of ten thousand sentences of the news, how many have a term (python -m bench.match.common).")
    print("term\tcount\texample")
    for term, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        share = round(OF_SENTENCES * count / size)
        if share >= LEAST and term in forms and not _is_name(forms[term]):
            print(f"{term}\t{share}\t{forms[term].most_common(1)[0][0]}")
    return 0


def _is_name(forms: Counter[str]) -> bool:
    return sum(count for form, count in forms.items() if form[0].isupper()) * 2 > forms.total()


def _sentences(data: Path) -> Iterator[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((data / "news" / "texts").glob("*.txt"))]
    lines = (data / "polnear" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    for text in (*texts, *(json.loads(line)["text"] for line in lines)):
        yield from (span.of(text) for span in sentences(text))


if __name__ == "__main__":
    sys.exit(main())
