"""The recognizers of order numbers, cards, accounts and papers: each gives its share of the `claims`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from moderation.detect.pii.numbers.claims import claims
from moderation.detect.pii.numbers.codes import LOOSE
from moderation.detect.pii.recognizer import Hit, Screen, Seeker
from moderation.findings import Kind
from moderation.text import Text


class CodeSeeker(Seeker):
    """A recognizer of one kind of number. Its screen is what all codes have in them."""

    kind: ClassVar[Kind]
    numeric = True
    screen: ClassVar[Screen] = LOOSE

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield the numbers of this kind."""
        for claim in claims(text):
            if claim.kind is self.kind:
                yield Hit(
                    entity=self.entities[0],
                    span=text.digits.span(claim.start, claim.end),
                    confidence=claim.confidence,
                    because=claim.because,
                )


class OrderNumbers(CodeSeeker):
    """`ORDER_ID`: order, return, parcel, ticket and invoice numbers."""

    kind = Kind.ORDER_ID
    entities = (Kind.ORDER_ID.value,)


class PaymentCards(CodeSeeker):
    """`PAYMENT_CARD`: card numbers."""

    kind = Kind.PAYMENT_CARD
    entities = (Kind.PAYMENT_CARD.value,)


class BankAccounts(CodeSeeker):
    """`BANK_ACCOUNT`: account, routing and branch numbers; IBANs and wallets: `transfers`."""

    kind = Kind.BANK_ACCOUNT
    entities = (Kind.BANK_ACCOUNT.value,)


class GovernmentNumbers(CodeSeeker):
    """`GOVERNMENT_ID`: numbers of persons and their papers."""

    kind = Kind.GOVERNMENT_ID
    entities = (Kind.GOVERNMENT_ID.value,)
