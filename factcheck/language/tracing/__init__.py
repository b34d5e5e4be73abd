"""How a reading came about: the reader's own rules, watched at work on one place of a text.

`factcheck.language.explanations` is the call; nothing here reads by rules of its own.
"""
