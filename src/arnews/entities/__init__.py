"""Named entities: lexicon, title patterns and a recogniser, merged, clustered and linked."""
