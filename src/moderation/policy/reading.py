"""`Reading`: policy files on the way to becoming nouns, with every refusal met so far."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources.abc import Traversable
from typing import TypeVar

from moderation.errors import PolicyInvalid
from moderation.policy.folder import files_below, read_file
from moderation.policy.place import Place

T = TypeVar("T")


class Reading:
    """Parses all files of a folder at once; reading one goes on although another was refused."""

    def __init__(self, root: Traversable) -> None:
        self.refusals: list[PolicyInvalid] = []
        self.places: dict[str, Place] = {}
        self.names: frozenset[str] = frozenset()
        self._unread: set[str] = set()
        if not root.is_dir():
            self.refusals.append(PolicyInvalid("no such folder", file=root.name))
            return
        found = files_below(root)
        self.names = frozenset(found)
        self._unread.update(found)
        for name, file in found.items():
            try:
                self.places[name] = read_file(file, name)
            except PolicyInvalid as refusal:
                self.refusals.append(refusal)

    def file(self, name: str, read: Callable[[Place], T]) -> T | None:
        """Return what `read` makes of the one file of this name; None where it is missing or refused."""
        if name not in self._unread:
            self.refusals.append(PolicyInvalid("this file is missing", file=name))
            return None
        self._unread.discard(name)
        place = self.places.get(name)
        return None if place is None else self._attempt(place, read)

    def folder(self, folder: str, read: Callable[[Place], T]) -> tuple[T, ...] | None:
        """Return what `read` makes of every file below `folder`; None where one was refused."""
        names = sorted(name for name in self._unread if name.startswith(f"{folder}/"))
        if not names:
            self.refusals.append(PolicyInvalid("this folder has no policy files", file=folder))
            return None
        read_files = [self.file(name, read) for name in names]
        made = tuple(thing for thing in read_files if thing is not None)
        return made if len(made) == len(names) else None

    def refuse_the_rest(self) -> None:
        """Refuse the files that nothing has read: a misspelt name must not be silent."""
        self.refusals.extend(
            PolicyInvalid("no policy file has this name", file=name, line=1) for name in sorted(self._unread)
        )

    def attempt(self, read: Callable[[], T]) -> T | None:
        """Return what `read` gives, or note the refusal and return None."""
        try:
            return read()
        except PolicyInvalid as refusal:
            self.refusals.append(refusal)
            return None

    def _attempt(self, place: Place, read: Callable[[Place], T]) -> T | None:
        return self.attempt(lambda: read(place))
