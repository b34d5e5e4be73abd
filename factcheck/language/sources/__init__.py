"""From words to testimony: who is named, by which cue, how far the credit reaches, and what it denies.

`factcheck.language.attributions` is the call; these are the rules behind it, over the tables in `data`.
"""
