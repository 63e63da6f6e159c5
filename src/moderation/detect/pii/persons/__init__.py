"""Names of private people: where they may stand, what speaks for a breach, and the recognizers of them."""
