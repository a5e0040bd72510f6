"""Clean words with exact offsets: normalisation, words, sentences and the parts of an article."""
