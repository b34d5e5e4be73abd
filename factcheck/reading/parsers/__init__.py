"""The parsers of formats that others made: each takes bytes, and runs in a child process."""
