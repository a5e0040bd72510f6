"""The named-entity model: weights, vectors and word lists, and what they are."""
