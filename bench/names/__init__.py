"""Whether a name leads to the source that it means, and never to another one."""
