"""How well, and how fast, does the reader read? Grades it on labelled sets outside the repository.

`python -m bench.reading --data DIR` (or FACTCHECK_DATA) prints one table of figures; with
`--errors SET` the rows of one set that were read otherwise than labelled. The scorers are
those of the data folder; nothing of the data is copied here.
"""
