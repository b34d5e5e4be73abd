"""`python -m factcheck`: the same as the command `factcheck`."""

import sys

from factcheck.cli.main import main

sys.exit(main())
