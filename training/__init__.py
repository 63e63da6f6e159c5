"""Makes `models/`: reads what we wrote and public data where it is present, trains, measures, writes cards.

Imports `moderation`, never the reverse: running needs nothing from here.
"""
