"""Named-entity recognisers behind one protocol: the one that ships, and adapters to other libraries."""
