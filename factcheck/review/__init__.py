"""What do decisions add up to, who may make the next one, and how far do reviewers agree?

Pure: decisions and facts in, states, refusals, orders and figures out. Reads no ledger,
no clock and no file, and knows nothing of numbers: what a citation says about a claim is
`agreement`'s question. Names are declared, not proven; the rules hold between names.
"""
