"""The verbs: what a person can do, one module a noun. Functions that take a ledger, a clock and a name."""
