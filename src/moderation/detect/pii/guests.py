"""Recognizers that somebody else wrote, run by Presidio's own engine on every text.

No pipeline runs before them: recognizers that only pass on what a pipeline found
(`SpacyRecognizer` and its kin) are left out, and the others are given empty artifacts. A
recognizer's language is a label, as it is for ours: texts of every language are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NoOpNlpEngine
from presidio_analyzer.predefined_recognizers import SpacyRecognizer
from tldextract import TLDExtract, tldextract

from moderation.detect.pii.recognizer import Hit
from moderation.findings import Span
from moderation.text import Text

_BECAUSE: Final = "user_recognizer"
_READ: Final = 20_000
_SHARED: Final = 500
"""Longer texts are read in parts that overlap: Presidio's time grows with the square of the values in one."""

_REACH: Final = 100
_WORD_END: Final = re.compile(r"\S\Z")
_CONTEXT: Final = "near_words"


class NearWords(ContextAwareEnhancer):
    """Presidio's context words without a pipeline: they raise the score of a value that follows them.

    As in `LemmaContextAwareEnhancer`, a context word counts where it is part of one of the five
    words before the value, or of the word that holds it, and lifts the score by 0.35 to no less
    than 0.4. Both sides are folded, so that accents, case and disguise do not matter.
    """

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=0.35,
            min_score_with_context_similarity=0.4,
            context_prefix_count=5,
            context_suffix_count=0,
        )

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """Raise the scores of the results with a context word near, in place."""
        del nlp_artifacts
        wanted = {one.id: [_folded(word) for word in one.context] for one in recognizers if one.context}
        for result in raw_results:
            known = result.recognition_metadata or {}
            listed = wanted.get(known.get(RecognizerResult.RECOGNIZER_IDENTIFIER_KEY, ""))
            if not listed or known.get(RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY):
                continue
            near = _folded(" ".join([*self._near(text, result.start, result.end), *(context or ())]))
            if any(word in near for word in listed):
                raised = max(
                    result.score + self.context_similarity_factor, self.min_score_with_context_similarity
                )
                result.score = min(raised, self.MAX_SCORE)
                result.recognition_metadata = {**known, _CONTEXT: True}
        return raw_results

    def _near(self, text: str, start: int, end: int) -> list[str]:
        """Return the word that holds the value, and so many before it."""
        before = text[max(0, start - _REACH) : start]
        glued = _WORD_END.search(before) is not None
        words = before.split()[-self.context_prefix_count - glued :]
        return [*words, text[start:end], *text[end : end + _REACH].split(" ", 1)[:1]]


class Guests:
    """The recognizers of a registry that are not ours.

    `hits(text)` yields what they find, in the order of their languages, with their own thresholds
    and context words applied; values in a stretch that two parts share may come twice.
    """

    def __init__(self, recognizers: Sequence[EntityRecognizer]) -> None:
        self.recognizers = [one for one in recognizers if not isinstance(one, SpacyRecognizer)]
        self.languages = sorted({one.supported_language for one in self.recognizers})
        if self.recognizers:
            # `EmailRecognizer` would fetch the list of domain endings from the network; one is packaged.
            tldextract.TLD_EXTRACTOR = TLDExtract(suffix_list_urls=(), cache_dir=None)
            empty = NoOpNlpEngine([{"lang_code": lang, "model_name": ""} for lang in self.languages])
            registry = RecognizerRegistry(self.recognizers, supported_languages=self.languages)
            self._engine = AnalyzerEngine(
                registry,
                empty,
                supported_languages=self.languages,
                context_aware_enhancer=NearWords(),
            )

    def __bool__(self) -> bool:
        return bool(self.recognizers)

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield the values that they find in the original text."""
        for start in range(0, max(len(text), 1), _READ):
            first = max(0, start - _SHARED)
            part = text[first : start + _READ]
            for language in self.languages:
                for result in self._engine.analyze(part, language):
                    if result.end > result.start:
                        yield Hit(
                            entity=result.entity_type,
                            span=Span(first + result.start, first + result.end),
                            confidence=float(result.score),
                            because=_BECAUSE + "+context" * (_CONTEXT in (result.recognition_metadata or {})),
                        )


def _folded(words: str) -> str:
    return Text.of(words).folded.string
