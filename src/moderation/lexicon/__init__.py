"""What words mean here: concepts in nine languages as data, found in a text and put together.

Patterns live in `data/*.yaml`; a language is added there alone. What a combination of concepts
amounts to is for the detectors to say.
"""

from moderation.lexicon.entries import Entry, LexiconInvalid
from moderation.lexicon.search import Lexicon, Mention, load_lexicon

__all__ = ["Entry", "Lexicon", "LexiconInvalid", "Mention", "load_lexicon"]
