"""``python -m arnews`` is the command ``arnews``."""

import sys

from arnews.cli import main

sys.exit(main())
