"""From characters to stated numbers: digits and words, scales, hedges, units, ranges, and what is no claim.

`factcheck.language.quantities` is the call; these are the rules behind it, over the tables in `data`.
"""
