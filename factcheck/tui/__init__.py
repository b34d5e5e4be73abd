"""The review screen: the verbs of `desk` by keyboard, with the evidence in view. Needs the `tui` extra."""
