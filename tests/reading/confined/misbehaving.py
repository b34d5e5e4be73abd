"""A child process that does not do its work: it obeys what it is given instead."""

import os
import signal
import sys
import time

EXTRACTED = {
    **dict.fromkeys(("title", "publisher", "author", "date", "url")),
    **{
        "text": "40 fled",
        "made": "x",
        "media_type": "text/plain",
        "places": [],
        "comments": [],
        "notices": [],
    },
}


def main(order: str) -> None:
    """Misbehave as ordered."""
    if order == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif order == "hang":
        time.sleep(60)
    elif order == "close and hang":
        os.close(1)
        time.sleep(60)
    elif order == "flood":
        while True:
            os.write(1, b"9" * 65_536)
    elif order == "spin":
        while True:
            pass
    elif order == "say nothing":
        sys.exit(3)
    else:
        sys.stdout.write(order)


if __name__ == "__main__":
    import resource

    seconds = int(sys.argv[4])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    main(sys.stdin.read())
