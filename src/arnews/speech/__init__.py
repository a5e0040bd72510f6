"""Who says what: the words of saying, who speaks, and how far the speech goes."""
