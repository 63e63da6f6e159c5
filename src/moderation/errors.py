"""Every rule that the system can refuse to break, as one exception each.

An error carries ids, places and names of rules, never a person's words: messages end up in logs.
HTTP is decided at the door (`moderation.api.errors` maps each class to a status).
"""

from __future__ import annotations

from typing import ClassVar


class ModerationError(Exception):
    """Base of all refusals; `code` is stable and part of the wire contract."""

    code: ClassVar[str] = "moderation_error"

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between worker processes whatever the subclass's constructor asks for."""
        return (_revive, (type(self), self.args, self.__dict__))


def _revive(
    kind: type[ModerationError], args: tuple[object, ...], state: dict[str, object]
) -> ModerationError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class BadRow(ModerationError):
    """An input row that cannot become an item; `detail` names the field, never its text."""

    code: ClassVar[str] = "bad_row"

    def __init__(self, code: str, detail: str, *, item_id: str | None = None) -> None:
        super().__init__(f"{code}: {detail}")
        self.row_code = code
        self.detail = detail
        self.item_id = item_id


class PolicyInvalid(ModerationError):
    """A policy file breaks a rule of the catalogue; says which file and line."""

    code: ClassVar[str] = "policy_invalid"

    def __init__(self, detail: str, *, file: str, line: int | None = None) -> None:
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {detail}")
        self.detail = detail
        self.file = file
        self.line = line


class UnknownProfile(ModerationError):
    """No regional profile has this name."""

    code: ClassVar[str] = "unknown_profile"

    def __init__(self, name: str, *, known: tuple[str, ...]) -> None:
        super().__init__(f"no profile {name!r}; known: {', '.join(known)}")
        self.name = name


class WeightsInvalid(ModerationError):
    """A model file is missing, altered, or made by another library version; it is not opened."""

    code: ClassVar[str] = "weights_invalid"

    def __init__(self, model: str, detail: str) -> None:
        super().__init__(f"model {model}: {detail}")
        self.model = model
        self.detail = detail
