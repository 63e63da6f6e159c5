"""The personal-data corpus: written frames, invented values, disguises, and the texts composed of them."""
