"""``python -m arnews.cli`` is the command ``arnews``."""

import sys

from arnews.cli import main

sys.exit(main())
