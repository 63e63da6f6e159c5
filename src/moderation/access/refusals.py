"""What the door refuses, one exception for each reason; messages never say whom or what was tried."""

from __future__ import annotations

from typing import ClassVar

from moderation.errors import ModerationError


class NotSignedIn(ModerationError):
    """The request carries no key or session that is known here."""

    code: ClassVar[str] = "not_signed_in"

    def __init__(self) -> None:
        super().__init__("an API key is needed: Authorization: Bearer KEY")


class WrongSignIn(ModerationError):
    """Name and password do not belong together; never says which of the two is wrong."""

    code: ClassVar[str] = "wrong_sign_in"

    def __init__(self) -> None:
        super().__init__("name or password is wrong")


class TooManyAttempts(ModerationError):
    """Too many sign-ins failed; `retry_after` is in whole seconds."""

    code: ClassVar[str] = "too_many_attempts"

    def __init__(self, *, retry_after: int) -> None:
        super().__init__(f"too many failed sign-ins; try again in {retry_after} s")
        self.retry_after = retry_after


class LocalOnly(ModerationError):
    """Demo sign-ins work on this machine only."""

    code: ClassVar[str] = "local_only"

    def __init__(self) -> None:
        super().__init__("demo sign-ins work on this machine only, without a proxy")


class FormExpired(ModerationError):
    """A form came back without the token of its session, or from another site."""

    code: ClassVar[str] = "form_expired"

    def __init__(self) -> None:
        super().__init__("this form is out of date; open the page again")


class ForeignParty(ModerationError):
    """`On-Behalf-Of` names nobody that this key may speak for."""

    code: ClassVar[str] = "foreign_party"

    def __init__(self) -> None:
        super().__init__("On-Behalf-Of is author:ID or seller:SHOP, and only a service key may send it")


class NotReady(ModerationError):
    """The models are still being loaded."""

    code: ClassVar[str] = "not_ready"

    def __init__(self) -> None:
        super().__init__("the models are being loaded; ask again")


class RequestUnderWay(ModerationError):
    """A request with the same idempotency key is being answered right now."""

    code: ClassVar[str] = "request_under_way"

    def __init__(self) -> None:
        super().__init__("a request with this idempotency key is under way; ask again")
