"""Where parsers run: a child process with limits, and the parent that waits for its answer."""
