"""Do the numbers of a text, and of one source over time, hold together? Drift, arithmetic, series, echoes.

`findings.findings` is the call for a document; the others are what it asks, and what the
desk asks of the evidence. Pure: judges wording and arithmetic, never truth.
"""
